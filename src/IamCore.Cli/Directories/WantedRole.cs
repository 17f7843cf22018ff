namespace IamCore.Cli.Directories;

internal sealed record WantedRole : WantedIdentity
{
    public required WantedDocument TrustPolicy { get; init; }

    public string? Description { get; init; }

    public int? MaxSessionDuration { get; init; }
}
