using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Sets or changes the root user's password. The root user must give the old one; the trusted façade need not (CR-021, ID-035).
/// </summary>
/// <param name="NewPassword">The new password.</param>
/// <param name="OldPassword">The current password; <see langword="null"/> is allowed only on the trusted façade.</param>
public sealed record UpdateRootPassword(string NewPassword, string? OldPassword = null) : IamCommand<NoResult>
{
    /// <inheritdoc />
    public override string Action => "iamcore:UpdateRootPassword";

    internal override void Validate(ParameterCheck check)
    {
        PasswordSetting.CheckForm(check, OldPassword, nameof(OldPassword));
        PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.Caller is { Principal.Kind: PrincipalKind.RootUser }
        ? work.CheckAsync(new() { Action = Action, Resource = work.Account.RootArn })
        : throw new IamException(IamErrorCode.AccessDenied, "Only the root user can change its password.", "ID-038");

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var owner = new CredentialOwner(work.Account.Key, work.Account.RootArn, null);
        if (work.IsAuthorized || OldPassword is not null)
        {
            await LoginProfileRules.ReplaceAsync(work, owner, OldPassword ?? "", NewPassword, "CR-021").ConfigureAwait(false);
            return default;
        }

        var profile = await work.FindAsync<LoginProfile>(LoginProfile.KeyOf(owner.Key)).ConfigureAwait(false);
        work.Put(PasswordSetting.With(work, owner, profile, NewPassword, resetRequired: false));
        return default;
    }

    /// <summary>Returns the name of the operation and no passwords (CR-107).</summary>
    public override string ToString() => nameof(UpdateRootPassword);
}
