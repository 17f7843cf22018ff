using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on signing certificates.</summary>
internal static class SigningCertificateRules
{
    public static void Check(ParameterCheck check, string? id) =>
        check.Require(
            id is { Length: >= 24 and <= 128 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            "CertificateId", @"must satisfy the pattern [\w]{24,128}", "CR-073");

    public static async ValueTask<SigningCertificate> GetAsync(AdministrationWork work, string id, string? userName)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-073").ConfigureAwait(false);
        return await CredentialRules.GetAsync<SigningCertificate>(work, new(ObjectKind.SigningCertificate, id), owner, "certificate", "CR-073").ConfigureAwait(false);
    }

    public static SigningCertificateDescription Describe(CredentialOwner owner, SigningCertificate certificate) =>
        new(owner.UserName, certificate.Id, certificate.Body, certificate.Status, certificate.CreateDate);
}
