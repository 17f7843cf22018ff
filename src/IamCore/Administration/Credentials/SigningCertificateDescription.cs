using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A signing certificate (CR-073).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="CertificateId">The id, 32 characters.</param>
/// <param name="CertificateBody">The certificate as PEM.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="UploadDate">When it was uploaded, in UTC.</param>
public sealed record SigningCertificateDescription(string? UserName, string CertificateId, string CertificateBody, CredentialStatus Status, DateTimeOffset UploadDate);
