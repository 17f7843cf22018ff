namespace IamCore;

/// <summary>The kinds of object a directory holds. A store keeps the number, so members are only ever appended.</summary>
public enum ObjectKind : byte
{
    /// <summary>No kind.</summary>
    None,

    /// <summary>See <see cref="IamCore.Organization"/>.</summary>
    Organization,

    /// <summary>See <see cref="IamCore.OrganizationalUnit"/>.</summary>
    OrganizationalUnit,

    /// <summary>See <see cref="IamCore.ControlPolicy"/>.</summary>
    ControlPolicy,

    /// <summary>See <see cref="IamAccount"/>.</summary>
    Account,

    /// <summary>See <see cref="IamUser"/>.</summary>
    User,

    /// <summary>See <see cref="IamGroup"/>.</summary>
    Group,

    /// <summary>See <see cref="IamRole"/>.</summary>
    Role,

    /// <summary>A customer managed policy, see <see cref="IamCore.ManagedPolicy"/>.</summary>
    ManagedPolicy,

    /// <summary>A policy that the library or the host ships. It is referred to, never stored (ID-150).</summary>
    PredefinedPolicy,

    /// <summary>See <see cref="IamCore.InstanceProfile"/>.</summary>
    InstanceProfile,

    /// <summary>See <see cref="IamCore.OidcProvider"/>.</summary>
    OidcProvider,

    /// <summary>See <see cref="IamCore.SamlProvider"/>.</summary>
    SamlProvider,

    /// <summary>See <see cref="IamCore.LoginProfile"/>.</summary>
    LoginProfile,

    /// <summary>See <see cref="IamCore.AccessKey"/>.</summary>
    AccessKey,

    /// <summary>See <see cref="IamCore.MfaDevice"/>.</summary>
    MfaDevice,

    /// <summary>See <see cref="IamCore.SpentToken"/>.</summary>
    SpentToken,

    /// <summary>See <see cref="IamCore.SshPublicKey"/>.</summary>
    SshPublicKey,

    /// <summary>See <see cref="IamCore.ServiceSpecificCredential"/>.</summary>
    ServiceSpecificCredential,

    /// <summary>See <see cref="IamCore.SigningCertificate"/>.</summary>
    SigningCertificate,

    /// <summary>See <see cref="IamCore.ServerCertificate"/>.</summary>
    ServerCertificate,

    /// <summary>See <see cref="IamCore.CredentialReport"/>.</summary>
    CredentialReport,

    /// <summary>See <see cref="IamCore.WorkloadAssociation"/>.</summary>
    WorkloadAssociation,

    /// <summary>See <see cref="IamCore.RoleDeletionTask"/>.</summary>
    RoleDeletionTask,

    /// <summary>See <see cref="IamCore.IdentityCenterInstance"/>.</summary>
    IdentityCenterInstance,

    /// <summary>See <see cref="IamCore.DirectoryUser"/>.</summary>
    DirectoryUser,

    /// <summary>See <see cref="IamCore.DirectoryGroup"/>.</summary>
    DirectoryGroup,

    /// <summary>See <see cref="IamCore.PermissionSet"/>.</summary>
    PermissionSet,

    /// <summary>See <see cref="IamCore.ProvisionedPermissionSet"/>.</summary>
    ProvisionedPermissionSet,

    /// <summary>See <see cref="IamCore.AccountAssignment"/>.</summary>
    AccountAssignment,

    /// <summary>See <see cref="IamCore.AssignmentRequest"/>.</summary>
    AssignmentRequest,

    /// <summary>See <see cref="IamCore.DirectoryLogin"/>.</summary>
    DirectoryLogin,

    /// <summary>See <see cref="IamCore.PortalDevice"/>.</summary>
    PortalDevice,
}
