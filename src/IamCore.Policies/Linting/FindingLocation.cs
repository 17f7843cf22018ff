namespace IamCore.Policies.Linting;

/// <summary>One place that a finding is about.</summary>
/// <param name="Path">The JSON path, for example <c>$.Statement[1].Effect</c> (VA-013).</param>
/// <param name="Elements">The same in AWS's form.</param>
/// <param name="Span">The JSON token: a value, a name, or the opening brace of an object that lacks something (VA-012).</param>
public sealed record FindingLocation(string Path, ValueList<PathElement> Elements, TextSpan Span)
{
    /// <summary>Line of the first character, from 1.</summary>
    public int Line => Span.Start.Line;

    /// <summary>Column of the first character, from 1, in UTF-16 code units.</summary>
    public int Column => Span.Start.Column + 1;
}
