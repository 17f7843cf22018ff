using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>
/// Changes a directory user (ST-133). A new e-mail address voids invitations and sends a new one to a user without a password. The result
/// is the user.
/// </summary>
/// <param name="UserId">The id of the user.</param>
public sealed record UpdateDirectoryUser(string UserId) : IdentityCenterChange<DirectoryUser>
{
    /// <summary>The sign-in name; <see langword="null"/> to keep the current one.</summary>
    public string? UserName { get; init; }

    /// <summary>The name to display; <see langword="null"/> to keep the current one, an empty string to remove it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name; <see langword="null"/> to keep the current ones.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address; <see langword="null"/> to keep the current one, an empty string to remove it.</summary>
    public string? Email { get; init; }

    /// <summary>The ids by which other systems know the user; <see langword="null"/> to keep the current ones.</summary>
    public ValueList<ExternalId>? ExternalIds { get; init; }

    /// <summary>Further attributes for access control; <see langword="null"/> to keep the current ones.</summary>
    public ValueList<UserAttribute>? Attributes { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:UpdateUser";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        if (UserName is not null)
        {
            DirectoryRules.CheckUserName(check, UserName);
        }

        UserFields.Check(check, DisplayName, Name, Email, ExternalIds, Attributes);
    }

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        var changed = user with
        {
            UserName = UserName ?? user.UserName,
            DisplayName = DisplayName is null ? user.DisplayName : UserFields.OrNull(DisplayName),
            Name = Name ?? user.Name,
            Email = Email is null ? user.Email : UserFields.OrNull(Email),
            ExternalIds = ExternalIds ?? user.ExternalIds,
            Attributes = Attributes is null ? user.Attributes : DirectoryRules.InOrder(Attributes),
        };
        await DirectoryRules.CheckFreeAsync(work, changed, "user name or external id").ConfigureAwait(false);
        if (changed != user)
        {
            work.Put(changed);
        }

        if (changed.Email != user.Email)
        {
            var login = await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false);
            // The version is part of invitations and handles, so raising it voids all those sent to the previous address.
            login = login with { Version = login.Version + 1 };
            work.Put(login);
            DirectoryRules.Invite(work, instance, changed, login);
        }

        return changed;
    }
}
