namespace IamCore.Administration.Credentials;

/// <summary>Changes the calling user's own password (CR-021).</summary>
/// <param name="OldPassword">The password so far.</param>
/// <param name="NewPassword">The password from now on.</param>
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

    /// <summary>The name of the operation (CR-107).</summary>
    public override string ToString() => nameof(ChangePassword);

    /// <summary>Users only (CR-021).</summary>
    private static void CheckCaller(AdministrationWork work)
    {
        if (work.Caller?.UserId is null)
        {
            throw new IamException(IamErrorCode.InvalidUserType, "Only IAM Users can change their own password.", "CR-021");
        }
    }
}
