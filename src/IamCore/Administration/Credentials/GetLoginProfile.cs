namespace IamCore.Administration.Credentials;

/// <summary>Returns the description of a user's password, never the password itself (CR-020).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record GetLoginProfile(string? UserName = null) : IamQuery<LoginProfileDescription>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<LoginProfileDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-020").ConfigureAwait(false);
        return LoginProfileDescription.Of(owner, await LoginProfileRules.GetAsync(work, owner, "CR-020").ConfigureAwait(false));
    }
}
