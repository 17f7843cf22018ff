namespace IamCore.Cli.Directories;

/// <summary>What a file wants an account to have. A member that is null was not written and stays as it is; anything not named stays too.</summary>
internal sealed record WantedState
{
    /// <summary>The account; null where the file leaves it to the command line.</summary>
    public string? Account { get; init; }

    public IReadOnlyList<WantedPolicy> Policies { get; init; } = [];

    public IReadOnlyList<WantedGroup> Groups { get; init; } = [];

    public IReadOnlyList<WantedUser> Users { get; init; } = [];

    public IReadOnlyList<WantedRole> Roles { get; init; } = [];
}
