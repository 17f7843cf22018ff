using IamCore.Model;

namespace IamCore.Cli.Directories;

internal sealed record WantedUser : WantedIdentity
{
    public UserKind? Kind { get; init; }

    public IReadOnlyList<WantedName>? Groups { get; init; }
}
