namespace IamCore.Administration.Credentials;

/// <summary>Changes the calling user's own password (CR-021).</summary>
/// <param name="OldPassword">The current password.</param>
/// <param name="NewPassword">The new password. It must satisfy the account's password policy.</param>
public sealed record ChangePassword(string OldPassword, string NewPassword) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        PasswordSetting.CheckForm(check, OldPassword, nameof(OldPassword));
        PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work)
    {
        CheckCaller(work);
        return CredentialOwner.AuthorizeAsync(work, Action, null);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        CheckCaller(work);
        var owner = await CredentialOwner.GetAsync(work, null, "CR-021").ConfigureAwait(false);
        await LoginProfileRules.ReplaceAsync(work, owner, OldPassword, NewPassword, "CR-021").ConfigureAwait(false);
        return default;
    }

    /// <summary>Returns the name of the operation and no passwords (CR-107).</summary>
    public override string ToString() => nameof(ChangePassword);

    /// <summary>Rejects callers that are not IAM users (CR-021).</summary>
    private static void CheckCaller(AdministrationWork work)
    {
        if (work.Caller?.UserId is null)
        {
            throw new IamException(IamErrorCode.InvalidUserType, "Only IAM Users can change their own password.", "CR-021");
        }
    }
}
