namespace IamCore.Policies;

/// <summary>A place in a text. The default is its start.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">UTF-16 code units before it in its line.</param>
/// <param name="Offset">UTF-16 code units before it in the text; a byte order mark is not counted.</param>
public readonly record struct TextPoint(int Line, int Column, int Offset);

/// <summary>A half-open piece of a text (VA-012).</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">The character after the last.</param>
public readonly record struct TextSpan(TextPoint Start, TextPoint End);

/// <summary>What a step of AWS's path form is (VA-013).</summary>
public enum PathElementKind : byte
{
    /// <summary>The value of a member.</summary>
    Key,

    /// <summary>An entry of a list.</summary>
    Index,

    /// <summary>The name of a member rather than its value.</summary>
    Value,

    /// <summary>A part of a string.</summary>
    Substring,
}

/// <summary>One step of AWS's path form.</summary>
/// <param name="Kind">What the step is.</param>
/// <param name="Text">The name of the member, for <see cref="PathElementKind.Key"/> and <see cref="PathElementKind.Value"/>; else empty.</param>
/// <param name="Index">The index from 0, or where a substring starts, in UTF-16 code units of the decoded string.</param>
/// <param name="Length">The length of a substring; else 0.</param>
public readonly record struct PathElement(PathElementKind Kind, string Text, int Index, int Length);

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
