using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using IamCore.Model;

namespace IamCore.Credentials.Secrets;

/// <summary>Seals secrets and tokens with AES-256-GCM under keys supplied by the host.</summary>
/// <remarks>
/// Each message has its own key, derived with HKDF-SHA-256 from the host's key, a random salt and the purpose (ST-002). The result
/// consists of version, key id,
/// salt, nonce, ciphertext and tag; purpose, version, key id and the associated data are authenticated. Safe for concurrent use.
/// </remarks>
/// <example>
/// To rotate keys, add a new one and mark the old one as retired:
/// <code>
/// var protector = new AesGcmSecretProtector(
/// [
///     new SecretKey(2, newKey),
///     new SecretKey(1, oldKey, retiredAt: new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)),
/// ]);
/// services.AddIamCore().UseJsonFile("directory.json").UseSecretProtector(protector);
/// </code>
/// </example>
public sealed class AesGcmSecretProtector : ISecretProtector
{
    private const byte Version = 1;
    private const int KeyIdOffset = 1;
    private const int SaltOffset = KeyIdOffset + sizeof(uint);
    private const int NonceOffset = SaltOffset + SaltLength;
    private const int CiphertextOffset = NonceOffset + NonceLength;
    private const int SaltLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The maximum lifetime of tokens, which are not stored: 36 hours (ST-002).</summary>
    private static readonly TimeSpan LongestToken = TimeSpan.FromHours(36);

    private readonly FrozenDictionary<uint, SecretKey> _keys;
    private readonly SecretKey _current;
    private readonly TimeProvider _time;
    private readonly RandomSource _random;

    /// <summary>Creates a protector.</summary>
    /// <param name="keys">
    /// The keys. Exactly one is not retired and seals. Retired keys still open tokens for 36 hours after their retirement, and stored
    /// secrets as long as they are
    /// passed here (CR-105).
    /// </param>
    /// <param name="time">The clock; the system clock if <see langword="null"/>.</param>
    /// <param name="random">The source of salts; the system's random number generator if <see langword="null"/>.</param>
    /// <exception cref="ArgumentException">Two keys have the same id, or not exactly one key is in use.</exception>
    public AesGcmSecretProtector(IEnumerable<SecretKey> keys, TimeProvider? time = null, RandomSource? random = null)
    {
        var all = keys.ToArray();
        if (all.Count(key => key.RetiredAt is null) != 1 || all.DistinctBy(key => key.Id).Count() != all.Length)
        {
            throw new ArgumentException("Exactly one key must not be retired, and ids must differ", nameof(keys));
        }

        _keys = all.ToFrozenDictionary(key => key.Id);
        _current = all.Single(key => key.RetiredAt is null);
        _time = time ?? TimeProvider.System;
        _random = random ?? RandomSource.System;
    }

    /// <inheritdoc />
    public byte[] Protect(SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        var message = new byte[CiphertextOffset + plaintext.Length + TagLength];
        message[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(KeyIdOffset), _current.Id);
        _random.Fill(message.AsSpan(SaltOffset, SaltLength + NonceLength));
        using var cipher = CipherOf(_current, purpose, message);
        cipher.Encrypt(
            message.AsSpan(NonceOffset, NonceLength),
            plaintext,
            message.AsSpan(CiphertextOffset, plaintext.Length),
            message.AsSpan(CiphertextOffset + plaintext.Length),
            Bound(purpose, message, associatedData));
        return message;
    }

    /// <inheritdoc />
    public bool TryUnprotect(
        SecretPurpose purpose, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> ciphertext, [NotNullWhen(true)] out byte[]? plaintext)
    {
        plaintext = null;
        if (ciphertext.Length < CiphertextOffset + TagLength || ciphertext[0] != Version || KeyOf(ciphertext) is not { } key || !Opens(key, purpose))
        {
            return false;
        }

        var opened = new byte[ciphertext.Length - CiphertextOffset - TagLength];
        try
        {
            using var cipher = CipherOf(key, purpose, ciphertext);
            cipher.Decrypt(
                ciphertext.Slice(NonceOffset, NonceLength),
                ciphertext[CiphertextOffset..^TagLength],
                ciphertext[^TagLength..],
                opened,
                Bound(purpose, ciphertext, associatedData));
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }

        plaintext = opened;
        return true;
    }

    /// <inheritdoc />
    public bool IsOutdated(ReadOnlySpan<byte> ciphertext) =>
        ciphertext.Length < CiphertextOffset + TagLength || ciphertext[0] != Version || KeyOf(ciphertext)?.Id != _current.Id;

    private SecretKey? KeyOf(ReadOnlySpan<byte> message) =>
        _keys.GetValueOrDefault(BinaryPrimitives.ReadUInt32BigEndian(message[KeyIdOffset..]));

    private bool Opens(SecretKey key, SecretPurpose purpose) =>
        key.RetiredAt is not { } retired || purpose == SecretPurpose.Secret || _time.GetUtcNow() < retired + LongestToken;

    private static AesGcm CipherOf(SecretKey key, SecretPurpose purpose, ReadOnlySpan<byte> message)
    {
        Span<byte> derived = stackalloc byte[SecretKey.Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, message.Slice(SaltOffset, SaltLength), NameOf(purpose));
        var cipher = new AesGcm(derived, TagLength);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    /// <summary>
    /// Joins purpose, version and key id with the caller's data. The first part has a fixed length, so that no two inputs join to the
    /// same bytes.
    /// </summary>
    private static byte[] Bound(SecretPurpose purpose, ReadOnlySpan<byte> message, ReadOnlySpan<byte> associatedData) =>
        [.. NameOf(purpose), 0, .. message[..SaltOffset], .. associatedData];

    private static ReadOnlySpan<byte> NameOf(SecretPurpose purpose) => purpose switch
    {
        SecretPurpose.Session => "iamcore/session"u8,
        SecretPurpose.SignIn => "iamcore/signin"u8,
        SecretPurpose.Challenge => "iamcore/challenge"u8,
        SecretPurpose.Invitation => "iamcore/invitation"u8,
        SecretPurpose.AuthorizationMessage => "iamcore/authmsg"u8,
        SecretPurpose.Bearer => "iamcore/bearer"u8,
        SecretPurpose.Marker => "iamcore/marker"u8,
        SecretPurpose.Secret => "iamcore/secret"u8,
        SecretPurpose.Portal => "iamcore/portal"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Nothing is sealed without a purpose"),
    };
}
