using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A permission set provisioned to an account as a role (ST-143).</summary>
public sealed record ProvisionedPermissionSet : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ProvisionedPermissionSet;

    /// <summary>The id of the permission set.</summary>
    public required string PermissionSetId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId TargetAccount { get; init; }

    /// <summary>The unique id of the role.</summary>
    public required string RoleId { get; init; }

    /// <summary>The unique id of the account's SAML provider.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The version of the permission set from which the role was provisioned (ST-145).</summary>
    public required int Version { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References =>
    [
        new(Relation.AssignedSet, new(ObjectKind.PermissionSet, PermissionSetId)),
        new(Relation.TargetAccount, new(ObjectKind.Account, TargetAccount.ToString())),
        new(Relation.ProvisionedRole, new(ObjectKind.Role, RoleId)),
        new(Relation.ProvisionedProvider, new(ObjectKind.SamlProvider, ProviderId)),
    ];

    /// <summary>Returns the key of a permission set in an account.</summary>
    public static ObjectKey KeyOf(string permissionSetId, AccountId target) => new(ObjectKind.ProvisionedPermissionSet, $"{permissionSetId}/{target}");
}
