namespace IamCore.Cli.Directories;

/// <summary>A document as written, with its place in the file.</summary>
internal sealed record WantedDocument(string Text, string Place);
