using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>What assigned people may do in an account: the pattern of the roles made there (ST-139, ST-140).</summary>
public sealed record PermissionSet : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.PermissionSet;

    /// <summary>The name, 1 to 32 characters, once in the instance in any letter case.</summary>
    [JsonPropertyOrder(-2)]
    public required string Name { get; init; }

    /// <summary>The partition of its ARN.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>For people; <see langword="null"/> where none was given.</summary>
    public string? Description { get; init; }

    /// <summary>How long credentials of it last, in seconds, 3600 to 43200.</summary>
    public int SessionSeconds { get; init; } = 3600;

    /// <summary>Where a person lands in the account; <see langword="null"/> where none was given.</summary>
    public string? RelayState { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive.</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <summary>The predefined policies, in the order of attaching.</summary>
    public ValueList<ObjectKey> ManagedPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <summary>The policies that each account has by that name, in the order of attaching.</summary>
    public ValueList<CustomerPolicyReference> CustomerPolicies { get; init => field = value ?? ValueList<CustomerPolicyReference>.Empty; } = ValueList<CustomerPolicyReference>.Empty;

    /// <summary>The set's own policy; <see langword="null"/> without one.</summary>
    public PolicyText? InlinePolicy { get; init; }

    /// <summary>The predefined policy that is the boundary; <see langword="null"/> for none or the account's own.</summary>
    public ObjectKey? ManagedBoundary { get; init; }

    /// <summary>The policy of each account that is the boundary; <see langword="null"/> for none or a predefined one.</summary>
    public CustomerPolicyReference? CustomerBoundary { get; init; }

    /// <summary>Raised by each change of what its roles are made of (ST-145).</summary>
    public int Version { get; init; }

    /// <summary><c>arn:P:sso:::permissionSet/ssoins-…/ps-…</c>.</summary>
    [JsonIgnore]
    public string Arn => $"arn:{Partition}:sso:::permissionSet/{InstanceId}/{Id}";

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Name;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [NameKey(InstanceId, Name)];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [InstanceReference];

    /// <summary>The unique key of a name.</summary>
    public static string NameKey(string instanceId, string name) => KeyOf(instanceId, "permission-set", name ?? "");
}
