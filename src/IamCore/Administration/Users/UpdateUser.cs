using IamCore.Model;

namespace IamCore.Administration.Users;

/// <summary>
/// Renames or moves a user (ID-087). References to it follow; policy texts that contain its ARN do not (ID-223). The result is the user.
/// </summary>
/// <param name="UserName">The current name, ignoring case.</param>
public sealed record UpdateUser(string UserName) : IamChange<IamUser>
{
    /// <summary>The new path; <see langword="null"/> to keep the current one.</summary>
    public string? NewPath { get; init; }

    /// <summary>The new name; <see langword="null"/> to keep the current one.</summary>
    public string? NewUserName { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        check.ObjectPath(NewPath, "NewPath");
        if (NewUserName is not null)
        {
            NamedKind.User.Check(check, NewUserName, "NewUserName");
        }
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        Moves.AuthorizeAsync(work, NamedKind.User, Action, UserName, NewUserName, NewPath);

    internal override async ValueTask<IamUser> ApplyAsync(AdministrationWork work)
    {
        var user = await NamedKind.User.GetAsync<IamUser>(work, UserName, "ID-087").ConfigureAwait(false);
        CheckRevision(user);
        return await Moves.ApplyAsync(work, NamedKind.User, user, NewUserName, NewPath, "ID-087").ConfigureAwait(false);
    }
}
