using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>Adds a user to a group; nothing changes if the user is already a member (ID-102). The result is the user.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
/// <param name="UserName">The name of the user, ignoring case.</param>
public sealed record AddUserToGroup(string GroupName, string UserName) : IamChange<IamUser>
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
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-102").ConfigureAwait(false);
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-102").ConfigureAwait(false);
        CheckRevision(user);
        if (user.Groups.Contains(group.Id))
        {
            return user;
        }

        work.Quotas.Check(Quota.GroupsPerUser, user.Groups.Count + 1);
        await work.CheckQuotaAsync(ObjectKind.User, Relation.Member, group.Key, Quota.UsersPerGroup).ConfigureAwait(false);
        var member = user with { Groups = [.. user.Groups, group.Id] };
        work.Put(member);
        return member;
    }
}
