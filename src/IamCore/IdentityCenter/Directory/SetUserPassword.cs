using IamCore.Administration;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Sets the password of a directory user (ST-133, ST-136).</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="Password">The new password: 8 to 64 characters with lower case, upper case, a digit and another character.</param>
public sealed record SetUserPassword(string UserId, string Password) : IdentityCenterChange<NoResult>
{
    /// <summary>Whether the user must change the password at the next sign-in.</summary>
    public bool ResetRequired { get; init; }

    /// <inheritdoc />
    public override string Action => "identitystore:SetUserPassword";

    internal override void Validate(ParameterCheck check)
    {
        DirectoryRules.CheckId(check, UserId, nameof(UserId));
        PortalPasswords.Check(check, Password);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        PortalPasswords.CheckSource(instance);
        var login = await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false);
        work.Put(PortalPasswords.With(work, login, Password, ResetRequired));
        return default;
    }

    /// <summary>Returns a description without the password (CR-107).</summary>
    public override string ToString() => $"{nameof(SetUserPassword)} {UserId}";
}
