namespace IamCore.Cli.Directories;

internal abstract record WantedObject
{
    public required string Name { get; init; }

    /// <summary>Where it stands in the file: <c>line:column</c>.</summary>
    public required string Place { get; init; }

    public string? Path { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
