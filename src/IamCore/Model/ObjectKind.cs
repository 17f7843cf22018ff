namespace IamCore.Model;

/// <summary>The kinds of objects in a directory. Stores persist the numbers, so new members are only appended.</summary>
public enum ObjectKind : byte
{
    /// <summary>No kind.</summary>
    None,

    /// <summary>See <see cref="Organization"/>.</summary>
    Organization,

    /// <summary>See <see cref="OrganizationalUnit"/>.</summary>
    OrganizationalUnit,

    /// <summary>See <see cref="ControlPolicy"/>.</summary>
    ControlPolicy,

    /// <summary>See <see cref="IamAccount"/>.</summary>
    Account,

    /// <summary>See <see cref="IamUser"/>.</summary>
    User,

    /// <summary>See <see cref="IamGroup"/>.</summary>
    Group,

    /// <summary>See <see cref="IamRole"/>.</summary>
    Role,

    /// <summary>A customer managed policy, see <see cref="ManagedPolicy"/>.</summary>
    ManagedPolicy,

    /// <summary>A policy that ships with the library or the host. It is referred to but never stored (ID-150).</summary>
    PredefinedPolicy,

    /// <summary>See <see cref="InstanceProfile"/>.</summary>
    InstanceProfile,

    /// <summary>See <see cref="OidcProvider"/>.</summary>
    OidcProvider,

    /// <summary>See <see cref="SamlProvider"/>.</summary>
    SamlProvider,

    /// <summary>See <see cref="LoginProfile"/>.</summary>
    LoginProfile,

    /// <summary>See <see cref="AccessKey"/>.</summary>
    AccessKey,

    /// <summary>See <see cref="MfaDevice"/>.</summary>
    MfaDevice,

    /// <summary>See <see cref="SpentToken"/>.</summary>
    SpentToken,

    /// <summary>See <see cref="SshPublicKey"/>.</summary>
    SshPublicKey,

    /// <summary>See <see cref="ServiceSpecificCredential"/>.</summary>
    ServiceSpecificCredential,

    /// <summary>See <see cref="SigningCertificate"/>.</summary>
    SigningCertificate,

    /// <summary>See <see cref="ServerCertificate"/>.</summary>
    ServerCertificate,

    /// <summary>See <see cref="CredentialReport"/>.</summary>
    CredentialReport,

    /// <summary>See <see cref="WorkloadAssociation"/>.</summary>
    WorkloadAssociation,

    /// <summary>See <see cref="RoleDeletionTask"/>.</summary>
    RoleDeletionTask,

    /// <summary>See <see cref="IdentityCenterInstance"/>.</summary>
    IdentityCenterInstance,

    /// <summary>See <see cref="DirectoryUser"/>.</summary>
    DirectoryUser,

    /// <summary>See <see cref="DirectoryGroup"/>.</summary>
    DirectoryGroup,

    /// <summary>See <see cref="PermissionSet"/>.</summary>
    PermissionSet,

    /// <summary>See <see cref="ProvisionedPermissionSet"/>.</summary>
    ProvisionedPermissionSet,

    /// <summary>See <see cref="AccountAssignment"/>.</summary>
    AccountAssignment,

    /// <summary>See <see cref="AssignmentRequest"/>.</summary>
    AssignmentRequest,

    /// <summary>See <see cref="DirectoryLogin"/>.</summary>
    DirectoryLogin,

    /// <summary>See <see cref="PortalDevice"/>.</summary>
    PortalDevice,
}
