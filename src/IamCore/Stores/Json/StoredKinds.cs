using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>The stored kinds in the order of a file's sections, each with its JSON form. To store a new kind, add a line here.</summary>
internal static class StoredKinds
{
    private static readonly JsonSerializerOptions Options = new(DirectoryJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 128,
        TypeInfoResolver = DirectoryJsonContext.Default.WithAddedModifier(LeaveOutEmptyLists),
    };

    public static ValueList<StoredKind> All { get; } =
    [
        Kind<Organization>(ObjectKind.Organization, "organizations"),
        Kind<OrganizationalUnit>(ObjectKind.OrganizationalUnit, "organizationalUnits"),
        Kind<ControlPolicy>(ObjectKind.ControlPolicy, "controlPolicies"),
        Kind<IamAccount>(ObjectKind.Account, "accounts"),
        Kind<IamGroup>(ObjectKind.Group, "groups"),
        Kind<IamUser>(ObjectKind.User, "users"),
        Kind<IamRole>(ObjectKind.Role, "roles"),
        Kind<ManagedPolicy>(ObjectKind.ManagedPolicy, "policies"),
        Kind<InstanceProfile>(ObjectKind.InstanceProfile, "instanceProfiles"),
        Kind<OidcProvider>(ObjectKind.OidcProvider, "oidcProviders"),
        Kind<SamlProvider>(ObjectKind.SamlProvider, "samlProviders"),
        Kind<LoginProfile>(ObjectKind.LoginProfile, "loginProfiles"),
        Kind<AccessKey>(ObjectKind.AccessKey, "accessKeys"),
        Kind<MfaDevice>(ObjectKind.MfaDevice, "mfaDevices"),
        Kind<SpentToken>(ObjectKind.SpentToken, "spentTokens"),
        Kind<SshPublicKey>(ObjectKind.SshPublicKey, "sshPublicKeys"),
        Kind<ServiceSpecificCredential>(ObjectKind.ServiceSpecificCredential, "serviceSpecificCredentials"),
        Kind<SigningCertificate>(ObjectKind.SigningCertificate, "signingCertificates"),
        Kind<ServerCertificate>(ObjectKind.ServerCertificate, "serverCertificates"),
        Kind<CredentialReport>(ObjectKind.CredentialReport, "credentialReports"),
        Kind<WorkloadAssociation>(ObjectKind.WorkloadAssociation, "workloadAssociations"),
        Kind<RoleDeletionTask>(ObjectKind.RoleDeletionTask, "roleDeletionTasks"),
        Kind<IdentityCenterInstance>(ObjectKind.IdentityCenterInstance, "identityCenterInstances"),
        Kind<DirectoryUser>(ObjectKind.DirectoryUser, "directoryUsers"),
        Kind<DirectoryGroup>(ObjectKind.DirectoryGroup, "directoryGroups"),
        Kind<PermissionSet>(ObjectKind.PermissionSet, "permissionSets"),
        Kind<ProvisionedPermissionSet>(ObjectKind.ProvisionedPermissionSet, "provisionedPermissionSets"),
        Kind<AccountAssignment>(ObjectKind.AccountAssignment, "accountAssignments"),
        Kind<AssignmentRequest>(ObjectKind.AssignmentRequest, "assignmentRequests"),
        Kind<DirectoryLogin>(ObjectKind.DirectoryLogin, "directoryLogins"),
        Kind<PortalDevice>(ObjectKind.PortalDevice, "portalDevices"),
    ];

    public static StoredKind Get(ObjectKind kind)
    {
        foreach (var stored in All)
        {
            if (stored.Kind == kind)
            {
                return stored;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "Objects of this kind are not stored");
    }

    private static StoredKind Kind<T>(ObjectKind kind, string section)
        where T : DirectoryObject
    {
        var type = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
        return new(
            kind,
            section,
            (writer, o) => JsonSerializer.Serialize(writer, (T)o, type),
            element => element.Deserialize(type) ?? throw new JsonException("An object is null"));
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string) && !property.IsRequired)
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
            }
        }
    }
}
