namespace IamCore.Credentials.Secrets;

/// <summary>A key with which secrets are sealed. Immutable.</summary>
public sealed class SecretKey
{
    /// <summary>The length of a key: 32 bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    /// <summary>Creates a key from a copy of the bytes.</summary>
    /// <param name="id">The id, starting from 1, which no other key of the host ever had.</param>
    /// <param name="bytes">The key: 32 random bytes.</param>
    /// <param name="retiredAt">When the key was retired; <see langword="null"/> for the key in use.</param>
    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    public SecretKey(uint id, ReadOnlySpan<byte> bytes, DateTimeOffset? retiredAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(id);
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A key must be 32 bytes long", nameof(bytes));
        }

        Id = id;
        _bytes = bytes.ToArray();
        RetiredAt = retiredAt;
    }

    /// <summary>The id contained in what the key sealed.</summary>
    public uint Id { get; }

    /// <summary>When the key was retired; <see langword="null"/> for the key in use.</summary>
    public DateTimeOffset? RetiredAt { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Returns the id; the key itself is not included.</summary>
    /// <returns>The id as text.</returns>
    public override string ToString() => FormattableString.Invariant($"secret key {Id}");
}
