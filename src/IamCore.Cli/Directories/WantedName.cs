namespace IamCore.Cli.Directories;

/// <summary>The name of a group, with its place in the file.</summary>
internal sealed record WantedName(string Name, string Place);
