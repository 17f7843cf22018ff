using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A role: permissions for those whom its trust policy allows to assume it (ID-106, ID-107).</summary>
public sealed record IamRole : IamEntity
{
    /// <summary>The minimum and default of <see cref="MaxSessionDuration"/>: 3600 seconds.</summary>
    public const int DefaultMaxSessionDuration = 3600;

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Role;

    /// <summary>
    /// The trust policy. A store keeps unique ids in place of the users and roles that the directory contains (ID-167); administration
    /// returns their current ARNs.
    /// </summary>
    public required PolicyText TrustPolicy { get; init; }

    /// <summary>A description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The maximum duration of sessions, in seconds, from 3600 to 43200 (ID-106).</summary>
    public int MaxSessionDuration { get; init; } = DefaultMaxSessionDuration;

    /// <summary>Who created the role and may therefore change it (ID-126, ID-127).</summary>
    public RoleOwner Owner { get; init; }

    /// <summary>Whether administrators cannot change the role's policies and trust policy (ID-126).</summary>
    [JsonIgnore]
    public bool IsProtected => Owner != RoleOwner.Customer;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"role{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.Role(Account, Name)];
}
