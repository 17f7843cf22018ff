namespace IamCore.Policies.Linting;

/// <summary>A place in a text. The default is its start.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">UTF-16 code units before it in its line.</param>
/// <param name="Offset">UTF-16 code units before it in the text; a byte order mark is not counted.</param>
public readonly record struct TextPoint(int Line, int Column, int Offset);
