using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Activates or deactivates a signing certificate (CR-073).</summary>
/// <param name="CertificateId">The id of the certificate.</param>
/// <param name="Status"><see cref="CredentialStatus.Active"/> or <see cref="CredentialStatus.Inactive"/>.</param>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record UpdateSigningCertificate(string CertificateId, CredentialStatus Status, string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        SigningCertificateRules.Check(check, CertificateId);
        CredentialRules.CheckStatus(check, Status, "CR-073");
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var certificate = await SigningCertificateRules.GetAsync(work, CertificateId, UserName).ConfigureAwait(false);
        if (certificate.Status != Status)
        {
            work.Put(certificate with { Status = Status, LastRotated = work.Now });
        }

        return default;
    }
}
