namespace IamCore.Model;

/// <summary>The meanings of references between objects. Stores persist the numbers, so new members are only appended.</summary>
public enum Relation : byte
{
    /// <summary>No relation.</summary>
    None,

    /// <summary>A user is a member of a group.</summary>
    Member,

    /// <summary>A managed policy is attached to a user, group or role.</summary>
    AttachedPolicy,

    /// <summary>A managed policy is the permissions boundary of a user or role.</summary>
    PermissionsBoundary,

    /// <summary>A control policy is attached to a root, an organizational unit or an account.</summary>
    ControlPolicy,

    /// <summary>An account or organizational unit is a child of the target.</summary>
    Parent,

    /// <summary>An instance profile contains a role.</summary>
    ProfileRole,

    /// <summary>A credential belongs to a user, or for a root user to an account.</summary>
    Credential,

    /// <summary>A workload uses the role of an instance profile.</summary>
    WorkloadProfile,

    /// <summary>A deletion task concerns a role.</summary>
    DeletedRole,

    /// <summary>An object belongs to an Identity Center instance.</summary>
    CenterInstance,

    /// <summary>An assignment is for an Identity Center user or group.</summary>
    AssignedPrincipal,

    /// <summary>An assignment or a provisioned role uses a permission set.</summary>
    AssignedSet,

    /// <summary>An assignment or a provisioned permission set applies to an account.</summary>
    TargetAccount,

    /// <summary>An assignment depends on a permission set provisioned to the account.</summary>
    Assignment,

    /// <summary>A permission set is provisioned to an account as a role.</summary>
    ProvisionedRole,

    /// <summary>The roles of an Identity Center instance in an account trust a provider.</summary>
    ProvisionedProvider,
}
