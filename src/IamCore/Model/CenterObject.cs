using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An object of an Identity Center instance. It belongs to the account of the instance, whichever accounts it affects.</summary>
public abstract record CenterObject : DirectoryObject
{
    /// <summary>The account of the instance.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>The id of the instance: <c>ssoins-</c> and 16 hexadecimal digits.</summary>
    [JsonPropertyOrder(-3)]
    public required string InstanceId { get; init; }

    /// <summary>When the object was created, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public sealed override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <summary>The key of the instance.</summary>
    [JsonIgnore]
    public ObjectKey Instance => new(ObjectKind.IdentityCenterInstance, InstanceId);

    private protected ObjectReference InstanceReference => new(Relation.CenterInstance, Instance);

    /// <summary>Returns a unique key within the instance; names ignore case.</summary>
    private protected static string KeyOf(string instanceId, string kind, string name) => $"{instanceId}/{kind}/{name.ToLowerInvariant()}";
}
