namespace IamCore.Policies.Parsing;

/// <summary>Where a document stands: by itself, or inside another file, whose lines are then counted.</summary>
/// <param name="Path">The document's path in the file.</param>
/// <param name="Line">Line of the document's first character, from 1.</param>
/// <param name="Column">Column of the document's first character, from 1, in UTF-16 code units.</param>
internal readonly record struct SourceOrigin(string Path, int Line, int Column)
{
    /// <summary>A document by itself.</summary>
    public static SourceOrigin Whole { get; } = new(JsonPath.Root, 1, 1);

    /// <summary>Line and column in the file, from 1, of a byte of the document.</summary>
    public (int Line, int Column) PlaceOf(SourceText document, int offset)
    {
        var (line, column) = document.PlaceOf(offset);
        return (Line + line, line == 0 ? Column + column : column + 1);
    }
}
