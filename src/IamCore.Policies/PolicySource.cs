using System.Text;
using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>
/// The text a document was read from, exactly as written. Where its parts stand is found on demand, by reading it again. Safe for use by
/// several threads.
/// </summary>
public sealed class PolicySource
{
    private readonly byte[] _utf8;
    private readonly SourceOrigin _origin;
    private SourcePlace[]? _statements;

    internal PolicySource(byte[] utf8, SourceOrigin origin)
    {
        _utf8 = utf8;
        _origin = origin;
    }

    internal static PolicySource Empty { get; } = new([], SourceOrigin.Whole);

    /// <summary>The text in UTF-8, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8;

    internal ReadOnlyMemory<byte> Memory => _utf8;

    /// <summary>Where the document's own text starts.</summary>
    internal SourceOrigin Origin => _origin;

    /// <summary>
    /// Where a statement stands. The first call reads the text again and keeps the places of all statements, further ones cost nothing.
    /// </summary>
    /// <param name="index">Index of the statement, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text has no such statement.</exception>
    public SourcePlace FindStatement(int index)
    {
        _statements ??= _utf8.Length == 0 ? [] : StatementPlaces.Find(_utf8, _origin);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _statements.Length);
        return _statements[index];
    }

    /// <summary>The text as written, without a byte order mark.</summary>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
