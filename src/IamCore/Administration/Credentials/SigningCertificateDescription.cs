using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>A signing certificate as shown (CR-073).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="CertificateId">32 characters.</param>
/// <param name="CertificateBody">PEM.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="UploadDate">When it was uploaded, UTC.</param>
public sealed record SigningCertificateDescription(string? UserName, string CertificateId, string CertificateBody, CredentialStatus Status, DateTimeOffset UploadDate);
