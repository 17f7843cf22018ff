using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A role: permissions for whoever its trust policy lets assume it (ID-106, ID-107).</summary>
public sealed record IamRole : IamEntity
{
    /// <summary>The shortest maximum session duration, in seconds, and the one where none is given.</summary>
    public const int DefaultMaxSessionDuration = 3600;

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Role;

    /// <summary>The trust policy. In a store, users and roles of accounts held there stand as their unique ids (ID-167); what
    /// administration returns shows them as their current ARNs.</summary>
    public required PolicyText TrustPolicy { get; init; }

    /// <summary>For people; <see langword="null"/> where none was given.</summary>
    public string? Description { get; init; }

    /// <summary>The longest session that may be asked for, in seconds, 3600 to 43200 (ID-106).</summary>
    public int MaxSessionDuration { get; init; } = DefaultMaxSessionDuration;

    /// <summary>Who made the role and therefore may change it (ID-126, ID-127).</summary>
    public RoleOwner Owner { get; init; }

    /// <summary>Whether administrators may not change the role's policies and trust (ID-126).</summary>
    [JsonIgnore]
    public bool IsProtected => Owner != RoleOwner.Customer;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"role{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.Role(Account, Name)];
}
