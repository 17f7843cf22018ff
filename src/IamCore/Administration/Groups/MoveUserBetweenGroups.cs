using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>
/// Moves a user from some groups to others in one step, for example when someone changes jobs (ID-104). The result is the user.
/// </summary>
/// <param name="UserName">The name of the user, ignoring case.</param>
/// <param name="FromGroups">The names of the groups to leave.</param>
/// <param name="ToGroups">The names of the groups to join. Groups the user already belongs to are unaffected.</param>
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

    /// <summary>Leaves before joining, so that the quota applies to the outcome.</summary>
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
            ?? throw IamErrors.Missing(NamedKind.User.Noun, UserName, "ID-104");
        CheckRevision(user);
        return user;
    }
}
