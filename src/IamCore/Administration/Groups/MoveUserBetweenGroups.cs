using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Groups;

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
