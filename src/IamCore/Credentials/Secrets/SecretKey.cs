namespace IamCore.Credentials.Secrets;

/// <summary>A key that secrets are sealed with. Immutable; its text form is its id.</summary>
public sealed class SecretKey
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    /// <summary>Takes a copy of the host's key.</summary>
    /// <param name="id">A number that no other key of the host has or had, from 1.</param>
    /// <param name="bytes">32 random bytes.</param>
    /// <param name="retiredAt">Since when it seals nothing any more; <see langword="null"/> for the one in use.</param>
    /// <exception cref="ArgumentException">The key is not 32 bytes long.</exception>
    public SecretKey(uint id, ReadOnlySpan<byte> bytes, DateTimeOffset? retiredAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(id);
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A key is 32 bytes long", nameof(bytes));
        }

        Id = id;
        _bytes = bytes.ToArray();
        RetiredAt = retiredAt;
    }

    /// <summary>The number that stands in what it sealed.</summary>
    public uint Id { get; }

    /// <summary>Since when it seals nothing any more.</summary>
    public DateTimeOffset? RetiredAt { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The id.</summary>
    public override string ToString() => FormattableString.Invariant($"secret key {Id}");
}
