namespace IamCore.Administration.Credentials;

/// <summary>
/// Generates a new secret for a service-specific credential; the old one stops working immediately (CR-070). The result holds the secret.
/// </summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for the calling user (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The id of the credential.</param>
public sealed record ResetServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId) : IamCommand<NewServiceSpecificCredential>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<NewServiceSpecificCredential> ApplyAsync(AdministrationWork work)
    {
        var (owner, credential) = await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false);
        var secret = ServiceCredentialRules.NewSecret(work);
        var reset = credential with { PasswordHash = work.Credentials.Options.PasswordHasher.Hash(secret) };
        work.Put(reset);
        return ServiceCredentialRules.New(work, owner, reset, secret);
    }
}
