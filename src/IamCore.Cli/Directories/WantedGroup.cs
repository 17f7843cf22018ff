namespace IamCore.Cli.Directories;

internal sealed record WantedGroup : WantedIdentity;
