namespace IamCore.Policies;

/// <summary>Where something stands in a document.</summary>
/// <param name="Path">JSON path (VA-013), for example <c>$.Statement[2]</c>; in a document that was read from inside another file, the path in that file.</param>
/// <param name="Line">Line of the first character, from 1 (PL-019).</param>
/// <param name="Column">Column of the first character, from 1, in UTF-16 code units (PL-019).</param>
public readonly record struct SourcePlace(string Path, int Line, int Column)
{
    /// <summary>For people: <c>$.Statement[2] (7,5)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path} ({Line},{Column})");
}
