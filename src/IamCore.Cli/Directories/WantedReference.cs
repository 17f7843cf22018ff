namespace IamCore.Cli.Directories;

/// <summary>A name or ARN of a managed policy, with its place in the file.</summary>
/// <param name="Name">The name; null where the file says that there is to be none.</param>
/// <param name="Place">Where it stands: <c>line,column</c>.</param>
internal sealed record WantedReference(string? Name, string Place);
