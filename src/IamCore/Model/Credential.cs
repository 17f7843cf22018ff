using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>Something stored that proves an identity: it belongs to a user, or to an account's root user (CR-001).</summary>
public abstract record Credential : DirectoryObject
{
    /// <summary>The user, or the account for its root user.</summary>
    public required ObjectKey Owner { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether the root user owns it.</summary>
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
