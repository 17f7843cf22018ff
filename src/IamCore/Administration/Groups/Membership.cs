using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>Makes a user a member of a group (ID-102); one that is a member already stays one. Gives the user.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="UserName">The user, in any letter case.</param>
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
        await work.CheckRoomAsync(ObjectKind.User, Relation.Member, group.Key, Quota.UsersPerGroup).ConfigureAwait(false);
        var member = user with { Groups = [.. user.Groups, group.Id] };
        work.Put(member);
        return member;
    }
}

/// <summary>Ends a user's membership of a group (ID-103). Gives the user.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="UserName">The user, in any letter case.</param>
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

/// <summary>Moves a user from some groups to others in one step, for the person who changes jobs (ID-104). Gives the user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="FromGroups">The groups to leave.</param>
/// <param name="ToGroups">The groups to join; those the user is in already stay.</param>
public sealed record MoveUserBetweenGroups(string UserName, ValueList<string> FromGroups, ValueList<string> ToGroups) : IamComposite<IamUser>
{
    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        foreach (var name in FromGroups)
        {
            NamedKind.Group.Check(check, name, "FromGroups");
        }

        foreach (var name in ToGroups)
        {
            NamedKind.Group.Check(check, name, "ToGroups");
        }
    }

    /// <summary>Leaving first, so that the quota is that of the result.</summary>
    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        foreach (var name in (IEnumerable<string>)FromGroups)
        {
            await work.RunAsync(new RemoveUserFromGroup(name, UserName)).ConfigureAwait(false);
        }

        foreach (var name in (IEnumerable<string>)ToGroups)
        {
            await work.RunAsync(new AddUserToGroup(name, UserName)).ConfigureAwait(false);
        }

        var user = await NamedKind.User.FindAsync<IamUser>(work, UserName).ConfigureAwait(false)
            ?? throw Refusals.Missing(NamedKind.User.Noun, UserName, "ID-104");
        CheckRevision(user);
        return user;
    }
}
