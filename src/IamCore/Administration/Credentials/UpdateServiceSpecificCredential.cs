using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Makes such a credential active or inactive (CR-070).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller (ID-243).</param>
/// <param name="ServiceSpecificCredentialId">The credential.</param>
/// <param name="Status">Active or inactive.</param>
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
