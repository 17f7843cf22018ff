namespace IamCore.Cli.Directories;

internal sealed record WantedPolicy : WantedObject
{
    public string? Description { get; init; }

    public required WantedDocument Document { get; init; }
}
