using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamCore.Tests.Administration.Errors;

/// <summary>A certificate that is valid today, with its keys.</summary>
internal static class Pem
{
    static Pem()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=site.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        (Certificate, Key, PublicKey) = (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }

    public static string Certificate { get; }

    public static string Key { get; }

    public static string PublicKey { get; }
}
