using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Activates or deactivates a service-specific credential (CR-070).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for the calling user (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The id of the credential.</param>
/// <param name="Status"><see cref="CredentialStatus.Active"/> or <see cref="CredentialStatus.Inactive"/>.</param>
public sealed record UpdateServiceSpecificCredential(string? UserName, string ServiceSpecificCredentialId, CredentialStatus Status) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
        CredentialOwner.Check(check, UserName);
        CredentialRules.CheckStatus(check, Status, "CR-070");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServiceCredentialRules.AuthorizeAsync(work, Action, UserName, ServiceSpecificCredentialId);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var (_, credential) = await ServiceCredentialRules.GetAsync(work, UserName, ServiceSpecificCredentialId).ConfigureAwait(false);
        work.Put(credential with { Status = Status });
        return default;
    }
}
