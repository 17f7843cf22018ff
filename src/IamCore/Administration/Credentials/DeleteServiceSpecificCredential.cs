namespace IamCore.Administration.Credentials;

/// <summary>Deletes such a credential (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The credential.</param>
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
