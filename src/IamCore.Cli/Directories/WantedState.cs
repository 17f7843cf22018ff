using IamCore.Policies;

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

/// <summary>A document as written, with its place in the file.</summary>
internal sealed record WantedDocument(string Text, string Place);

/// <summary>A name or ARN of a managed policy, with its place in the file.</summary>
/// <param name="Name">The name; null where the file says that there is to be none.</param>
/// <param name="Place">Where it stands: <c>line,column</c>.</param>
internal sealed record WantedReference(string? Name, string Place);

/// <summary>The name of a group, with its place in the file.</summary>
internal sealed record WantedName(string Name, string Place);

internal abstract record WantedObject
{
    public required string Name { get; init; }

    /// <summary>Where it stands in the file: <c>line:column</c>.</summary>
    public required string Place { get; init; }

    public string? Path { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}

internal sealed record WantedPolicy : WantedObject
{
    public string? Description { get; init; }

    public required WantedDocument Document { get; init; }
}

internal abstract record WantedIdentity : WantedObject
{
    public IReadOnlyList<WantedReference>? ManagedPolicies { get; init; }

    public IReadOnlyDictionary<string, WantedDocument>? InlinePolicies { get; init; }

    /// <summary>The boundary; null where it stays as it is.</summary>
    public WantedReference? PermissionsBoundary { get; init; }
}

internal sealed record WantedGroup : WantedIdentity;

internal sealed record WantedUser : WantedIdentity
{
    public UserKind? Kind { get; init; }

    public IReadOnlyList<WantedName>? Groups { get; init; }
}

internal sealed record WantedRole : WantedIdentity
{
    public required WantedDocument TrustPolicy { get; init; }

    public string? Description { get; init; }

    public int? MaxSessionDuration { get; init; }
}

/// <summary>An error of such a file.</summary>
internal sealed record WantedFault(int Line, int Column, string Message)
{
    public override string ToString() => FormattableString.Invariant($"({Line},{Column}): {Message}");
}

/// <summary>Compares documents by what they say.</summary>
internal static class Documents
{
    public static bool AreSame(string one, string other, PolicyType type) =>
        one == other
        || (PolicyDocument.TryParse(one, type, out var first, out _) && PolicyDocument.TryParse(other, type, out var second, out _) && first.ToJson() == second.ToJson());
}
