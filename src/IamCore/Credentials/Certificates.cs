using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IamCore.Credentials;

/// <summary>Certificates and their keys in PEM: reading, matching, verifying (CR-073, CR-074).</summary>
internal static class Certificates
{
    /// <summary>Parses the first certificate of a text; the caller disposes it.</summary>
    public static bool TryRead(string pem, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        try
        {
            certificate = X509Certificate2.CreateFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether a text consists of one or more valid certificates.</summary>
    public static bool IsChain(string pem)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(pem);
            return chain.Count > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            foreach (var certificate in chain)
            {
                certificate.Dispose();
            }
        }
    }

    /// <summary>
    /// Parses an unencrypted private key and returns it in PKCS#8 with its public key; the caller zeroes the private key.
    /// </summary>
    public static bool TryReadKey(string pem, [NotNullWhen(true)] out byte[]? privateKey, [NotNullWhen(true)] out byte[]? publicKey) =>
        TryExport(RSA.Create(), pem, out privateKey, out publicKey) || TryExport(ECDsa.Create(), pem, out privateKey, out publicKey);

    public static string ThumbprintOf(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    public static bool IsValidAt(X509Certificate2 certificate, DateTimeOffset now) =>
        now.UtcDateTime >= certificate.NotBefore.ToUniversalTime() && now.UtcDateTime <= certificate.NotAfter.ToUniversalTime();

    /// <summary>Combines a certificate and its key for a TLS endpoint; the caller disposes the result.</summary>
    public static X509Certificate2 Join(string body, ReadOnlySpan<byte> privateKey)
    {
        using var certificate = X509Certificate2.CreateFromPem(body);
        using var rsa = RSA.Create();
        using var ecdsa = ECDsa.Create();
        if (certificate.GetRSAPublicKey() is { } isRsa)
        {
            isRsa.Dispose();
            rsa.ImportPkcs8PrivateKey(privateKey, out _);
            return certificate.CopyWithPrivateKey(rsa);
        }

        ecdsa.ImportPkcs8PrivateKey(privateKey, out _);
        return certificate.CopyWithPrivateKey(ecdsa);
    }

    /// <summary>
    /// Whether a signature over the data is valid for the certificate (SHA-256, RSA with PKCS#1 padding or ECDSA in DER form).
    /// </summary>
    public static bool Verify(X509Certificate2 certificate, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is not null && ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static bool TryExport<T>(T algorithm, string pem, [NotNullWhen(true)] out byte[]? privateKey, [NotNullWhen(true)] out byte[]? publicKey)
        where T : AsymmetricAlgorithm
    {
        privateKey = publicKey = null;
        using (algorithm)
        {
            try
            {
                algorithm.ImportFromPem(pem);
                privateKey = algorithm.ExportPkcs8PrivateKey();
                publicKey = algorithm.ExportSubjectPublicKeyInfo();
                return true;
            }
            catch (Exception exception) when (exception is CryptographicException or ArgumentException)
            {
                privateKey = null;
                return false;
            }
        }
    }
}
