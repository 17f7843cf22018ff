using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IamCore.Signing;

/// <summary>
/// Caches derived keys by access key, date and endpoint, in memory only (CR-090). An entry is used only for the secret from which it was
/// derived, recognized by a
/// keyed hash, so that a stale entry never stands in for another secret.
/// </summary>
internal sealed class SigningKeyCache(int capacity = SigningKeyCache.DefaultCapacity)
{
    private const int DefaultCapacity = 4096;

    private readonly byte[] _fingerprintKey = RandomNumberGenerator.GetBytes(32);
    private volatile ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Writes the derived key for the scope of a signature.</summary>
    public void Derive(in RequestSignature signature, scoped ReadOnlySpan<byte> secret, Span<byte> destination)
    {
        Span<byte> fingerprint = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_fingerprintKey, secret, fingerprint);
        var scope = signature.Scope.Span;
        if (_entries.TryGetValue(signature.AccessKeyId, out var entry)
            && scope.SequenceEqual(entry.Scope)
            && CryptographicOperations.FixedTimeEquals(fingerprint, entry.Fingerprint))
        {
            entry.Key.CopyTo(destination);
            return;
        }

        SigningKey.Derive(secret, signature.ScopeDate.Span, signature.ScopeRegion.Span, signature.ScopeService.Span, destination);
        if (_entries.Count >= capacity)
        {
            _entries = new(StringComparer.Ordinal);
        }

        _entries[signature.AccessKeyId] = new Entry(scope.ToString(), fingerprint.ToArray(), destination[..SigningKey.Length].ToArray());
    }

    private sealed record Entry(string Scope, byte[] Fingerprint, byte[] Key)
    {
        public override string ToString() => Scope;
    }
}
