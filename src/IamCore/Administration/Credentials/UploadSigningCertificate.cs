using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Adds a signing certificate to a user (CR-073). The result is the certificate.</summary>
/// <param name="CertificateBody">The certificate as PEM, 1 to 16384 characters.</param>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record UploadSigningCertificate(string CertificateBody, string? UserName = null) : UserCredentialCommand<SigningCertificateDescription>(UserName)
{
    private const int IdLength = 32;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Length(CertificateBody ?? "", nameof(CertificateBody), 1, 16_384, "CR-073");
    }

    internal override async ValueTask<SigningCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-073").ConfigureAwait(false);
        if (!Certificates.TryRead(CertificateBody, out var read))
        {
            throw new IamException(IamErrorCode.MalformedCertificate, "The certificate is malformed or cannot be read.", "CR-073");
        }

        using var certificate = read;
        if (!Certificates.IsValidAt(certificate, work.Now))
        {
            throw new IamException(IamErrorCode.InvalidCertificate, "The certificate is not valid at this time.", "CR-073");
        }

        var thumbprint = Certificates.ThumbprintOf(certificate);
        if (await work.FindAsync<SigningCertificate>(SigningCertificate.KeyOf(work.AccountId, thumbprint)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.DuplicateCertificate, "The same certificate is associated with a user of the account.", "CR-073");
        }

        await work.CheckQuotaAsync(ObjectKind.SigningCertificate, Relation.Credential, owner.Key, Quota.SigningCertificatesPerUser).ConfigureAwait(false);
        var stored = new SigningCertificate
        {
            Id = work.Options.Random.Text(IdLength, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            LastRotated = work.Now,
            Body = certificate.ExportCertificatePem(),
            Thumbprint = thumbprint,
            Status = CredentialStatus.Active,
        };
        work.Put(stored);
        return SigningCertificateRules.Describe(owner, stored);
    }
}
