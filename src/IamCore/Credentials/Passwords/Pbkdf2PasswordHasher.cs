using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IamCore.Model;

namespace IamCore.Credentials.Passwords;

/// <summary>
/// Hashes passwords with PBKDF2 and HMAC-SHA-512, a salt of 16 bytes and a hash of 32 bytes (CR-104). The stored form is
/// <c>$pbkdf2-sha512$i=210000$salt$hash</c>, with salt and hash in Base64.
/// </summary>
/// <example>
/// <code>
/// services.AddIamCore().ConfigureDirectory(options =&gt; options with
/// {
///     Credentials = options.Credentials with { PasswordHasher = new Pbkdf2PasswordHasher(iterations: 600_000) },
/// });
/// </code>
/// </example>
public sealed class Pbkdf2PasswordHasher : IPasswordHasher
{
    /// <summary>The default number of iterations.</summary>
    public const int DefaultIterations = 210_000;

    private const string Prefix = "$pbkdf2-sha512$i=";

    private const int SaltLength = 16;

    private const int HashLength = 32;

    /// <summary>
    /// The maximum number of iterations in a stored hash, so that whoever can write a hash cannot stall a server with it.
    /// </summary>
    private const int MaxIterations = 10_000_000;

    private readonly int _iterations;
    private readonly RandomSource _random;

    /// <summary>Creates a hasher.</summary>
    /// <param name="iterations">The number of iterations of new hashes, from 1,000 to 10,000,000.</param>
    /// <param name="random">The source of salts; the system's random number generator if <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="iterations"/> is out of range.</exception>
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
