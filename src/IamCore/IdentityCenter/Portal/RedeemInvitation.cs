using IamCore.Administration;
using IamCore.IdentityCenter.Directory;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Sets the first password of an invited user. The version of the login makes the invitation valid for one use (ST-137).</summary>
internal sealed record RedeemInvitation(string UserId, int Version, string Password) : PortalCommand<NoResult>(UserId)
{
    internal override void Validate(ParameterCheck check) => PortalPasswords.Check(check, Password);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await work.FindAsync<DirectoryUser>(new ObjectKey(ObjectKind.DirectoryUser, UserId)).ConfigureAwait(false);
        var login = user is null ? null : await work.FindAsync<DirectoryLogin>(DirectoryLogin.KeyOf(UserId)).ConfigureAwait(false);
        if (user is not { Status: DirectoryUserStatus.Enabled } || user.InstanceId != instance.Id || login is not { PasswordHash: null } || login.Version != Version
            || instance.IdentitySource != IdentitySource.Directory)
        {
            throw Void();
        }

        work.Put(PortalPasswords.With(work, login, Password, resetRequired: false));
        return default;
    }

    public static IamException Void() => IdentityCenterErrors.Denied("The invitation is not valid.", "ST-137");
}
