using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.Credentials.Passwords;

/// <summary>
/// PBKDF2 with HMAC-SHA-512, a salt of 16 bytes and an output of 32 (CR-104). A stored hash reads
/// <c>$pbkdf2-sha512$i=210000$salt$hash</c>, salt and hash in Base64.
/// </summary>
public sealed class Pbkdf2PasswordHasher : IPasswordHasher
{
    /// <summary>Iterations where nothing else is said.</summary>
    public const int DefaultIterations = 210_000;

    private const string Prefix = "$pbkdf2-sha512$i=";

    private const int SaltLength = 16;

    private const int HashLength = 32;

    /// <summary>The most iterations a stored hash may ask for: who can write a hash must not be able to hold up a server with it.</summary>
    private const int MaxIterations = 10_000_000;

    private readonly int _iterations;
    private readonly RandomSource _random;

    /// <summary>A hasher that makes hashes of that many iterations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1,000 or more than 10,000,000.</exception>
    public Pbkdf2PasswordHasher(int iterations = DefaultIterations, RandomSource? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, MaxIterations);
        _iterations = iterations;
        _random = random ?? RandomSource.System;
    }

    /// <inheritdoc />
    public string Hash(ReadOnlySpan<char> password)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        Span<byte> hash = stackalloc byte[HashLength];
        _random.Fill(salt);
        Derive(password, salt, _iterations, hash);
        var stored = FormattableString.Invariant($"{Prefix}{_iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
        CryptographicOperations.ZeroMemory(hash);
        return stored;
    }

    /// <inheritdoc />
    public PasswordMatch Verify(ReadOnlySpan<char> password, string storedHash)
    {
        ArgumentNullException.ThrowIfNull(storedHash);
        Span<byte> salt = stackalloc byte[SaltLength];
        Span<byte> expected = stackalloc byte[HashLength];
        Span<byte> actual = stackalloc byte[HashLength];
        if (!TryRead(storedHash, salt, expected, out var iterations))
        {
            return PasswordMatch.None;
        }

        Derive(password, salt, iterations, actual);
        var isEqual = CryptographicOperations.FixedTimeEquals(expected, actual);
        CryptographicOperations.ZeroMemory(actual);
        return !isEqual ? PasswordMatch.None : iterations == _iterations ? PasswordMatch.Current : PasswordMatch.Outdated;
    }

    private static void Derive(ReadOnlySpan<char> password, ReadOnlySpan<byte> salt, int iterations, Span<byte> destination)
    {
        var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(password.Length)];
        var length = Encoding.UTF8.GetBytes(password, utf8);
        Rfc2898DeriveBytes.Pbkdf2(utf8.AsSpan(0, length), salt, destination, iterations, HashAlgorithmName.SHA512);
        CryptographicOperations.ZeroMemory(utf8);
    }

    private static bool TryRead(string stored, Span<byte> salt, Span<byte> hash, out int iterations)
    {
        iterations = 0;
        if (!stored.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<Range> parts = stackalloc Range[4];
        var rest = stored.AsSpan(Prefix.Length);
        return rest.Split(parts, '$') == 3
            && int.TryParse(rest[parts[0]], NumberStyles.None, CultureInfo.InvariantCulture, out iterations)
            && iterations is >= 1 and <= MaxIterations
            && Convert.TryFromBase64Chars(rest[parts[1]], salt, out var saltLength) && saltLength == SaltLength
            && Convert.TryFromBase64Chars(rest[parts[2]], hash, out var hashLength) && hashLength == HashLength;
    }
}
