namespace IamCore.Administration.Credentials;

/// <summary>Deletes a service-specific credential (CR-070).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for the calling user (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The id of the credential.</param>
public sealed record DeleteServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        work.Delete((await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false)).Credential);
        return default;
    }
}
