using System.Security.Cryptography;
using IamCore.Model;

namespace IamCore.Credentials.Secrets;

/// <summary>Creates access key ids and secrets (CR-031, ST-001).</summary>
internal static class AccessKeyMaterial
{
    public const string LongTermPrefix = "AKIA";

    public const string TemporaryPrefix = "ASIA";

    private const string IdChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int SecretBytes = 30;

    /// <summary>Creates an id: the prefix and 16 characters from <c>[A-Z2-7]</c>.</summary>
    public static string NewId(string prefix, RandomSource random) => prefix + random.Text(16, IdChars);

    /// <summary>Creates a secret: 40 characters from <c>[A-Za-z0-9+/]</c>, with 240 random bits.</summary>
    public static string NewSecret(RandomSource random)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        random.Fill(bytes);
        var secret = Convert.ToBase64String(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    /// <summary>Whether a text has the form of an access key id: 16 to 128 word characters (CR-031).</summary>
    public static bool IsAcceptable(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return id.Length is >= 16 and <= 128;
    }
}
