using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A permission set: the template of the roles that assignments create in accounts (ST-139, ST-140).</summary>
public sealed record PermissionSet : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.PermissionSet;

    /// <summary>The name, 1 to 32 characters, unique in the instance ignoring case.</summary>
    [JsonPropertyOrder(-2)]
    public required string Name { get; init; }

    /// <summary>The partition of the ARN.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>A description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The duration of sessions, in seconds, from 3600 to 43200.</summary>
    /// <value>3600</value>
    public int SessionSeconds { get; init; } = 3600;

    /// <summary>The URL to which users are redirected in the account; <see langword="null"/> if there is none.</summary>
    public string? RelayState { get; init; }

    /// <summary>The tags, in ordinal order of their case-sensitive keys.</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <summary>The attached predefined policies, in the order of attachment.</summary>
    public ValueList<ObjectKey> ManagedPolicies { get; init => field = value ?? ValueList<ObjectKey>.Empty; } = ValueList<ObjectKey>.Empty;

    /// <summary>The customer managed policies attached by name, in the order of attachment.</summary>
    public ValueList<CustomerPolicyReference> CustomerPolicies { get; init => field = value ?? ValueList<CustomerPolicyReference>.Empty; } = ValueList<CustomerPolicyReference>.Empty;

    /// <summary>The inline policy; <see langword="null"/> if there is none.</summary>
    public PolicyText? InlinePolicy { get; init; }

    /// <summary>
    /// The predefined policy used as permissions boundary; <see langword="null"/> if there is none or it is a customer managed policy.
    /// </summary>
    public ObjectKey? ManagedBoundary { get; init; }

    /// <summary>
    /// The customer managed policy used as permissions boundary; <see langword="null"/> if there is none or it is a predefined policy.
    /// </summary>
    public CustomerPolicyReference? CustomerBoundary { get; init; }

    /// <summary>Incremented by every change that affects the roles (ST-145).</summary>
    public int Version { get; init; }

    /// <summary>The ARN, <c>arn:P:sso:::permissionSet/ssoins-…/ps-…</c>.</summary>
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

    /// <summary>Returns the unique key of a permission set's name.</summary>
    public static string NameKey(string instanceId, string name) => KeyOf(instanceId, "permission-set", name ?? "");
}
