using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace IamCore.Credentials.Ssh;

/// <summary>SSH public keys: parsing, formatting, verifying (CR-065 to CR-067). RSA always, ECDSA if the host accepts it.</summary>
internal static class SshKeys
{
    public const string Rsa = "ssh-rsa";

    private const int MinModulus = 2048;

    private const int MaxModulus = 16_384;

    private static readonly FrozenDictionary<string, (string Name, ECCurve Curve, HashAlgorithmName Hash)> Curves = new Dictionary<string, (string, ECCurve, HashAlgorithmName)>
    {
        ["ecdsa-sha2-nistp256"] = ("nistp256", ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256),
        ["ecdsa-sha2-nistp384"] = ("nistp384", ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384),
        ["ecdsa-sha2-nistp521"] = ("nistp521", ECCurve.NamedCurves.nistP521, HashAlgorithmName.SHA512),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a text has one of the formats in which keys can be uploaded, valid or not.</summary>
    public static bool IsKnownEncoding(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.StartsWith("ssh-", StringComparison.Ordinal) || trimmed.StartsWith("ecdsa-", StringComparison.Ordinal)
            || trimmed.StartsWith("-----BEGIN PUBLIC KEY-----", StringComparison.Ordinal) || trimmed.StartsWith("-----BEGIN RSA PUBLIC KEY-----", StringComparison.Ordinal);
    }

    /// <summary>
    /// Parses a key into the form of RFC 4253 section 6.6. Returns false if it is malformed or its type is not accepted.
    /// </summary>
    public static bool TryRead(string text, bool acceptsEcdsa, [NotNullWhen(true)] out byte[]? blob)
    {
        var trimmed = text.Trim();
        blob = trimmed.StartsWith('-') ? FromPem(trimmed) : FromLine(trimmed);
        if (blob is null || TypeOf(blob) is not { } type || (type != Rsa && !acceptsEcdsa))
        {
            blob = null;
            return false;
        }

        using var key = type == Rsa ? (AsymmetricAlgorithm?)ReadRsa(blob) : ReadEcdsa(blob);
        blob = key is null ? null : blob;
        return blob is not null;
    }

    /// <summary>Formats a key as an OpenSSH line without a comment.</summary>
    public static string ToLine(byte[] blob) => $"{TypeOf(blob)} {Convert.ToBase64String(blob)}";

    public static byte[] BlobOf(string line) => Convert.FromBase64String(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    public static string ToPem(byte[] blob)
    {
        using AsymmetricAlgorithm key = TypeOf(blob) == Rsa ? ReadRsa(blob)! : ReadEcdsa(blob)!;
        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>Returns the MD5 hash of the key as 16 pairs of hexadecimal digits (CR-065). For identification only.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The field's fingerprint; nothing is decided by it")]
    public static string FingerprintOf(byte[] blob) => string.Join(':', MD5.HashData(blob).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));

    public static string HashOf(ReadOnlySpan<byte> blob) => Convert.ToHexStringLower(SHA256.HashData(blob));

    /// <summary>
    /// Whether an SSH signature (RFC 4253 section 6.6, RFC 8332) over the data is valid for the key. SHA-1 is not accepted.
    /// </summary>
    public static bool Verify(byte[] blob, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var reader = new SshReader(signature);
        if (!reader.TryString(out var name) || !reader.TryString(out var value) || !reader.IsAtEnd || TypeOf(blob) is not { } type)
        {
            return false;
        }

        var algorithm = Encoding.ASCII.GetString(name);
        try
        {
            return type == Rsa ? VerifyRsa(blob, algorithm, data, value) : algorithm == type && VerifyEcdsa(blob, type, data, value);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool VerifyRsa(byte[] blob, string algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var hash = algorithm switch
        {
            "rsa-sha2-256" => HashAlgorithmName.SHA256,
            "rsa-sha2-512" => HashAlgorithmName.SHA512,
            _ => default,
        };
        using var key = ReadRsa(blob);
        return key is not null && hash != default && key.VerifyData(data, signature, hash, RSASignaturePadding.Pkcs1);
    }

    private static bool VerifyEcdsa(byte[] blob, string type, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = ReadEcdsa(blob);
        var reader = new SshReader(signature);
        if (key is null || !reader.TryNumber(out var r) || !reader.TryNumber(out var s) || !reader.IsAtEnd)
        {
            return false;
        }

        var half = (key.KeySize + 7) / 8;
        if (r.Length > half || s.Length > half)
        {
            return false;
        }

        var fixedSize = new byte[half * 2];
        r.CopyTo(fixedSize.AsSpan(half - r.Length));
        s.CopyTo(fixedSize.AsSpan((half * 2) - s.Length));
        return key.VerifyData(data, fixedSize, Curves[type].Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static string? TypeOf(byte[] blob)
    {
        var reader = new SshReader(blob);
        if (!reader.TryString(out var name) || name.Length > 32)
        {
            return null;
        }

        var type = Encoding.ASCII.GetString(name);
        return type == Rsa || Curves.ContainsKey(type) ? type : null;
    }

    private static RSA? ReadRsa(byte[] blob)
    {
        var reader = new SshReader(blob);
        if (!reader.TryString(out _) || !reader.TryNumber(out var exponent) || !reader.TryNumber(out var modulus) || !reader.IsAtEnd
            || BitsOf(modulus) is < MinModulus or > MaxModulus)
        {
            return null;
        }

        var rsa = RSA.Create();
        try
        {
            rsa.ImportParameters(new() { Exponent = exponent.ToArray(), Modulus = modulus.ToArray() });
            return rsa;
        }
        catch (CryptographicException)
        {
            rsa.Dispose();
            return null;
        }
    }

    private static ECDsa? ReadEcdsa(byte[] blob)
    {
        var reader = new SshReader(blob);
        if (!reader.TryString(out var name) || !Curves.TryGetValue(Encoding.ASCII.GetString(name), out var curve)
            || !reader.TryString(out var curveName) || Encoding.ASCII.GetString(curveName) != curve.Name
            || !reader.TryString(out var point) || !reader.IsAtEnd || point.Length % 2 == 0 || point[0] != 4)
        {
            return null;
        }

        var half = point.Length / 2;
        try
        {
            return ECDsa.Create(new ECParameters
            {
                Curve = curve.Curve,
                Q = new() { X = point.Slice(1, half).ToArray(), Y = point[(1 + half)..].ToArray() },
            });
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? FromLine(string line)
    {
        var parts = line.Split(' ', 3);
        if (parts.Length < 2 || line.AsSpan().ContainsAny('\r', '\n'))
        {
            return null;
        }

        var buffer = new byte[parts[1].Length];
        return Convert.TryFromBase64String(parts[1], buffer, out var length) && TypeOf(buffer[..length]) == parts[0] ? buffer[..length] : null;
    }

    private static byte[]? FromPem(string pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            return new SshWriter().String(Rsa).Number(parameters.Exponent).Number(parameters.Modulus).ToArray();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static int BitsOf(ReadOnlySpan<byte> magnitude) =>
        magnitude.IsEmpty ? 0 : (magnitude.Length * 8) - System.Numerics.BitOperations.LeadingZeroCount((uint)magnitude[0]) + 24;
}
