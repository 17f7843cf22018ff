using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>The assignment of a permission set in an account to a user or group (ST-142).</summary>
public sealed record AccountAssignment : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.AccountAssignment;

    /// <summary>The user or group.</summary>
    public required ObjectKey Principal { get; init; }

    /// <summary>The id of the permission set.</summary>
    public required string PermissionSetId { get; init; }

    /// <summary>The account.</summary>
    public required AccountId TargetAccount { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References =>
    [
        new(Relation.AssignedPrincipal, Principal),
        new(Relation.AssignedSet, new(ObjectKind.PermissionSet, PermissionSetId)),
        new(Relation.TargetAccount, new(ObjectKind.Account, TargetAccount.ToString())),
        new(Relation.Assignment, ProvisionedPermissionSet.KeyOf(PermissionSetId, TargetAccount)),
    ];

    /// <summary>Returns the key of an assignment.</summary>
    public static ObjectKey KeyOf(ObjectKey principal, string permissionSetId, AccountId target) =>
        new(ObjectKind.AccountAssignment, $"{permissionSetId}/{target}/{principal}");
}
