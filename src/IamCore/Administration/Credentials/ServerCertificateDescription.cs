using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A server certificate without its private key (CR-075).</summary>
/// <param name="ServerCertificateName">The name.</param>
/// <param name="ServerCertificateId">The id, <c>ASCA…</c>.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="Path">The path.</param>
/// <param name="UploadDate">When it was uploaded, in UTC.</param>
/// <param name="Expiration">The end of its validity, in UTC.</param>
/// <param name="CertificateBody">The certificate as PEM; <see langword="null"/> in lists.</param>
/// <param name="CertificateChain">The chain as PEM; <see langword="null"/> in lists and if none was uploaded.</param>
public sealed record ServerCertificateDescription(
    string ServerCertificateName,
    string ServerCertificateId,
    string Arn,
    string Path,
    DateTimeOffset UploadDate,
    DateTimeOffset Expiration,
    string? CertificateBody = null,
    string? CertificateChain = null)
{
    internal static ServerCertificateDescription Of(ServerCertificate certificate) =>
        new(certificate.Name, certificate.Id, certificate.Arn, certificate.Path, certificate.CreateDate, certificate.Expiration);
}
