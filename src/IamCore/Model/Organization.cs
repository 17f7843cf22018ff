using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An organization of accounts, which is also the root of its tree (ID-022).</summary>
public sealed record Organization : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Organization;

    /// <summary>The id of the root, <c>r-…</c>; the ids of organizational units contain the part after the hyphen.</summary>
    public required string RootId { get; init; }

    /// <summary>The management account, to which control policies never apply (ID-024).</summary>
    public required AccountId ManagementAccount { get; init; }

    /// <summary>
    /// The member account that administers identities for the organization; <see langword="null"/> if only the management account does
    /// (ST-099).
    /// </summary>
    public AccountId? DelegatedAdministrator { get; init; }

    /// <summary>Whether the management account may delete root credentials of member accounts (ST-102).</summary>
    public bool RootCredentialsManagement { get; init; }

    /// <summary>Whether the management account may perform single tasks as root of member accounts (ST-102).</summary>
    public bool RootSessions { get; init; }

    /// <summary>When the organization was created, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKey? ParentKey => null;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [$"organization-root/{RootId}"];
}
