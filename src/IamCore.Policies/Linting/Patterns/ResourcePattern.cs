using IamCore.Policies.Values;

namespace IamCore.Policies.Linting.Patterns;

/// <summary>A resource entry: <c>*</c>, or six globs, one a field (PL-080, AN-010).</summary>
internal sealed class ResourcePattern
{
    private readonly GlobPattern[] _fields;

    private ResourcePattern(GlobPattern[] fields) => _fields = fields;

    /// <summary>Whether this is the entry <c>*</c>, which alone matches requests that name no resource (PL-084).</summary>
    public bool IsEverything => _fields.Length == 0;

    /// <summary>The six fields; none where <see cref="IsEverything"/>.</summary>
    public ReadOnlySpan<GlobPattern> Fields => _fields;

    /// <summary>Reads an entry; null where it has another form.</summary>
    public static ResourcePattern? TryParse(string text, PatternSymbols? variables)
    {
        if (text == "*")
        {
            return new ResourcePattern([]);
        }

        if (!text.StartsWith("arn:", StringComparison.Ordinal) || !ArnPattern.TryComplete(text, variables is not null, out var whole))
        {
            return null;
        }

        Span<Range> ranges = stackalloc Range[ArnPattern.Fields];
        ArnPattern.Split(whole, ranges, variables is not null);
        var fields = new GlobPattern[ArnPattern.Fields];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = GlobPattern.Parse(whole.AsSpan(ranges[i]), variables: variables);
        }

        return new ResourcePattern(fields);
    }

    /// <summary>Whether every request resource that <paramref name="inner"/> matches is matched by this too.</summary>
    public bool Includes(ResourcePattern inner, WorkBudget budget)
    {
        if (IsEverything || inner.IsEverything)
        {
            return IsEverything;
        }

        for (var i = _fields.Length - 1; i >= 0; i--)
        {
            if (!PatternAlgebra.Includes(_fields[i], inner._fields[i], budget))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether some request resource may be matched by both.</summary>
    public bool Intersects(ResourcePattern other, WorkBudget budget)
    {
        if (IsEverything || other.IsEverything)
        {
            return true;
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            if (!PatternAlgebra.Intersects(_fields[i], other._fields[i], budget))
            {
                return false;
            }
        }

        return true;
    }
}
