using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Lists the signing certificates of a user, oldest first (CR-073).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record ListSigningCertificates(string? UserName = null) : IamQuery<ValueList<SigningCertificateDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<SigningCertificateDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-073").ConfigureAwait(false);
        var certificates = await work.ReferrersAsync<SigningCertificate>(ObjectKind.SigningCertificate, Relation.Credential, owner.Key).ConfigureAwait(false);
        return [.. certificates.OrderBy(c => c.CreateDate).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => SigningCertificateRules.Describe(owner, c))];
    }
}
