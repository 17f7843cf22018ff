namespace IamCore.Model;

/// <summary>How one object refers to another. A store keeps the number, so members are only ever appended.</summary>
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

    /// <summary>An account or organizational unit stands under its target.</summary>
    Parent,

    /// <summary>An instance profile holds a role.</summary>
    ProfileRole,

    /// <summary>A credential belongs to a user, or to an account for its root user.</summary>
    Credential,

    /// <summary>A workload gets the role of an instance profile.</summary>
    WorkloadProfile,

    /// <summary>A task is to delete a role.</summary>
    DeletedRole,

    /// <summary>Something belongs to an Identity Center instance.</summary>
    CenterInstance,

    /// <summary>An assignment is for a directory user or group.</summary>
    AssignedPrincipal,

    /// <summary>An assignment or a role of an account is of a permission set.</summary>
    AssignedSet,

    /// <summary>An assignment or a permission set bears on an account.</summary>
    TargetAccount,

    /// <summary>An assignment rests on a permission set in an account.</summary>
    Assignment,

    /// <summary>A permission set stands in an account as a role.</summary>
    ProvisionedRole,

    /// <summary>The roles of an Identity Center instance in an account trust a provider.</summary>
    ProvisionedProvider,
}
