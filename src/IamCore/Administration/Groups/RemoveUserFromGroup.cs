using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Removes a user from a group (ID-103). The result is the user.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record RemoveUserFromGroup(string GroupName, string UserName) : IamChange<IamUser>
{
    internal override void Validate(ParameterCheck check)
    {
        NamedKind.Group.Check(check, GroupName);
        NamedKind.User.Check(check, UserName);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Group.CheckOnAsync(work, Action, GroupName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-103").ConfigureAwait(false);
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-103").ConfigureAwait(false);
        CheckRevision(user);
        if (!user.Groups.Contains(group.Id))
        {
            throw new IamException(IamErrorCode.NoSuchEntity, $"The user {user.Name} is not a member of the group {group.Name}.", "ID-103");
        }

        var left = user with { Groups = [.. ((IEnumerable<string>)user.Groups).Where(id => id != group.Id)] };
        work.Put(left);
        return left;
    }
}
