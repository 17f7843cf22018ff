using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>A document with the name it is attached under; without one its place is its name.</summary>
public sealed record AttachedPolicy(string? Name, PolicyDocument Document);

/// <summary>The policies of one question, in the shape of a scenario file.</summary>
public sealed record ReferencePolicies
{
    /// <summary>Identity policies.</summary>
    public IReadOnlyList<AttachedPolicy> Identity { get; init; } = [];

    /// <summary>Documents of the permissions boundary.</summary>
    public IReadOnlyList<AttachedPolicy> PermissionsBoundary { get; init; } = [];

    /// <summary>Session policies.</summary>
    public IReadOnlyList<AttachedPolicy> Session { get; init; } = [];

    /// <summary>Resource policies, or the role's trust policy in a trust request.</summary>
    public IReadOnlyList<AttachedPolicy> Resource { get; init; } = [];

    /// <summary>One list a level.</summary>
    public IReadOnlyList<IReadOnlyList<AttachedPolicy>> ServiceControl { get; init; } = [];

    /// <summary>One list a level.</summary>
    public IReadOnlyList<IReadOnlyList<AttachedPolicy>> ResourceControl { get; init; } = [];

    /// <summary>Endpoint policies.</summary>
    public IReadOnlyList<AttachedPolicy> VpcEndpoint { get; init; } = [];
}
