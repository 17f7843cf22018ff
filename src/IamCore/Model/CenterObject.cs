using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>Something that an Identity Center instance owns. It is listed with the account of the instance, whichever accounts it bears on.</summary>
public abstract record CenterObject : DirectoryObject
{
    /// <summary>The account of the instance.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>Id of the instance, <c>ssoins-</c> and 16 hexadecimal digits.</summary>
    [JsonPropertyOrder(-3)]
    public required string InstanceId { get; init; }

    /// <summary>When it was made, UTC.</summary>
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

    /// <summary>The instance.</summary>
    [JsonIgnore]
    public ObjectKey Instance => new(ObjectKind.IdentityCenterInstance, InstanceId);

    private protected ObjectReference InstanceReference => new(Relation.CenterInstance, Instance);

    /// <summary>A unique key within the instance; names compare without regard to case.</summary>
    private protected static string KeyOf(string instanceId, string kind, string name) => $"{instanceId}/{kind}/{name.ToLowerInvariant()}";
}
