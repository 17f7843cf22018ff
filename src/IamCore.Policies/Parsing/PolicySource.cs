using System.Text;
using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>The text a document was read from, exactly as written. Where its parts stand is found on demand, by reading it again.</summary>
public sealed class PolicySource
{
    private readonly byte[] _utf8;
    private readonly SourceOrigin _origin;

    internal PolicySource(byte[] utf8, SourceOrigin origin)
    {
        _utf8 = utf8;
        _origin = origin;
    }

    internal static PolicySource Empty { get; } = new([], SourceOrigin.Whole);

    /// <summary>The text in UTF-8, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    /// <summary>The text as written, without a byte order mark.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
