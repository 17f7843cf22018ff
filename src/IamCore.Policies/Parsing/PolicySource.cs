using System.Text;

namespace IamCore.Policies;

/// <summary>The text a document was read from, exactly as written. Where its parts stand is found on demand, by reading it again.</summary>
public sealed class PolicySource
{
    private readonly byte[] _utf8;

    internal PolicySource(byte[] utf8) => _utf8 = utf8;

    internal static PolicySource Empty { get; } = new([]);

    /// <summary>The text in UTF-8, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The text as written, without a byte order mark.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
