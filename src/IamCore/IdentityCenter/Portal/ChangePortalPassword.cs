using IamCore.Administration;
using IamCore.Credentials.Passwords;
using IamCore.IdentityCenter.Directory;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Sets a new password for a user who knows the current one.</summary>
internal sealed record ChangePortalPassword(string UserId, int Version, string OldPassword, string NewPassword) : PortalCommand<DirectoryLogin>(UserId)
{
    internal override void Validate(ParameterCheck check) => PortalPasswords.Check(check, NewPassword);

    internal override async ValueTask<DirectoryLogin> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        PortalPasswords.CheckSource(instance);
        var login = await work.FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(UserId)).ConfigureAwait(false);
        if (login?.PasswordHash is not { } hash || login.Version != Version
            || work.Credentials.Options.PasswordHasher.Verify(OldPassword, hash) == PasswordMatch.None)
        {
            throw IdentityCenterErrors.Denied("The password is incorrect.", "ST-148");
        }

        var changed = PortalPasswords.With(work, login, NewPassword, resetRequired: false);
        work.Put(changed);
        return changed;
    }
}
