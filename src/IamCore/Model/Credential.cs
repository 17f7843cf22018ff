using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A stored credential of a user or of an account's root user (CR-001).</summary>
public abstract record Credential : DirectoryObject
{
    /// <summary>The key of the user; for a root user, of the account.</summary>
    public required ObjectKey Owner { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When the credential was created, UTC.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether the credential belongs to a root user.</summary>
    [JsonIgnore]
    public bool IsOfRoot => Owner.Kind == ObjectKind.Account;

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.Credential, Owner)];
}
