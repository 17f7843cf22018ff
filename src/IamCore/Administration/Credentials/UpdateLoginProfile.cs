namespace IamCore.Administration.Credentials;

/// <summary>
/// Changes a user's password, or whether it must be changed at the next sign-in (CR-019). The result is the description of the password.
/// </summary>
/// <param name="UserName">The name of the user.</param>
public sealed record UpdateLoginProfile(string UserName) : IamCommand<LoginProfileDescription>
{
    /// <summary>The new password; <see langword="null"/> to keep the old one.</summary>
    public string? Password { get; init; }

    /// <summary>
    /// Whether the password must be changed at the next sign-in; <see langword="null"/> to leave this unchanged, or to clear it if a new
    /// password is set.
    /// </summary>
    public bool? PasswordResetRequired { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        NamedKind.User.Check(check, UserName);
        PasswordSetting.CheckForm(check, Password);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<LoginProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-019").ConfigureAwait(false);
        var profile = await LoginProfileRules.GetAsync(work, owner, "CR-019").ConfigureAwait(false);
        var resetRequired = PasswordResetRequired ?? (Password is null && profile.PasswordResetRequired);
        var changed = Password is null
            ? profile with { PasswordResetRequired = resetRequired } : PasswordSetting.With(work, owner, profile, Password, resetRequired);
        work.Put(changed);
        return LoginProfileDescription.Of(owner, changed);
    }

    /// <summary>Returns a description without the password (CR-107).</summary>
    public override string ToString() => $"{nameof(UpdateLoginProfile)} {UserName}";
}
