using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Sets or changes the root user's password (CR-021, ID-035): root by its old one, the host's own code without.</summary>
/// <param name="NewPassword">The password from now on.</param>
/// <param name="OldPassword">The password so far; <see langword="null"/> only where the host's own code sets it.</param>
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

    /// <summary>The name of the operation (CR-107).</summary>
    public override string ToString() => nameof(UpdateRootPassword);
}
