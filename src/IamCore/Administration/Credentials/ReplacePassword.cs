namespace IamCore.Administration.Credentials;

/// <summary>Changes a password given the old one, during a sign-in that requires a new password (CR-026).</summary>
internal sealed record ReplacePassword(CredentialOwner Owner, string OldPassword, string NewPassword) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check) => PasswordSetting.CheckForm(check, NewPassword, nameof(NewPassword));

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default;

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        await LoginProfileRules.ReplaceAsync(work, Owner, OldPassword, NewPassword, "CR-026").ConfigureAwait(false);
        return default;
    }

    public override string ToString() => nameof(ReplacePassword);
}
