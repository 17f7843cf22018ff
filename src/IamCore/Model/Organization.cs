using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An organization of accounts with the root of its tree (ID-022).</summary>
public sealed record Organization : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Organization;

    /// <summary>Id of the root, <c>r-…</c>; units carry the part after the hyphen in theirs.</summary>
    public required string RootId { get; init; }

    /// <summary>The account that control policies never apply to (ID-024).</summary>
    public required AccountId ManagementAccount { get; init; }

    /// <summary>The member account that manages identities for the organization; <see langword="null"/> where only the management account does (ST-099).</summary>
    public AccountId? DelegatedAdministrator { get; init; }

    /// <summary>Whether the management account may delete the root credentials of member accounts (ST-102).</summary>
    public bool RootCredentialsManagement { get; init; }

    /// <summary>Whether the management account may act as root of member accounts for one task (ST-102).</summary>
    public bool RootSessions { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKey? ParentKey => null;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [$"organization-root/{RootId}"];
}
