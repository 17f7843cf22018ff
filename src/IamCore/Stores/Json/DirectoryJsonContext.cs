using System.Text.Json.Serialization;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>The JSON form of stored objects, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(AccountIdConverter), typeof(ObjectKeyConverter), typeof(PolicyTextConverter), typeof(ValueListConverter<string>),
        typeof(ValueListConverter<Tag>), typeof(ValueListConverter<ObjectKey>), typeof(ValueListConverter<InlinePolicy>),
        typeof(ValueListConverter<PolicyVersion>), typeof(ValueListConverter<AccessControlAttribute>), typeof(ValueListConverter<ExternalId>),
        typeof(ValueListConverter<UserAttribute>), typeof(ValueListConverter<CustomerPolicyReference>),
    ])]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(OrganizationalUnit))]
[JsonSerializable(typeof(ControlPolicy))]
[JsonSerializable(typeof(IamAccount))]
[JsonSerializable(typeof(IamUser))]
[JsonSerializable(typeof(IamGroup))]
[JsonSerializable(typeof(IamRole))]
[JsonSerializable(typeof(ManagedPolicy))]
[JsonSerializable(typeof(InstanceProfile))]
[JsonSerializable(typeof(OidcProvider))]
[JsonSerializable(typeof(SamlProvider))]
[JsonSerializable(typeof(LoginProfile))]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(MfaDevice))]
[JsonSerializable(typeof(SpentToken))]
[JsonSerializable(typeof(SshPublicKey))]
[JsonSerializable(typeof(ServiceSpecificCredential))]
[JsonSerializable(typeof(SigningCertificate))]
[JsonSerializable(typeof(ServerCertificate))]
[JsonSerializable(typeof(CredentialReport))]
[JsonSerializable(typeof(WorkloadAssociation))]
[JsonSerializable(typeof(RoleDeletionTask))]
[JsonSerializable(typeof(IdentityCenterInstance))]
[JsonSerializable(typeof(DirectoryUser))]
[JsonSerializable(typeof(DirectoryGroup))]
[JsonSerializable(typeof(PermissionSet))]
[JsonSerializable(typeof(ProvisionedPermissionSet))]
[JsonSerializable(typeof(AccountAssignment))]
[JsonSerializable(typeof(AssignmentRequest))]
[JsonSerializable(typeof(DirectoryLogin))]
[JsonSerializable(typeof(PortalDevice))]
[JsonSerializable(typeof(Tag))]
[JsonSerializable(typeof(InlinePolicy))]
[JsonSerializable(typeof(PolicyVersion))]
[JsonSerializable(typeof(AccessControlAttribute))]
[JsonSerializable(typeof(ExternalId))]
[JsonSerializable(typeof(UserAttribute))]
[JsonSerializable(typeof(CustomerPolicyReference))]
internal sealed partial class DirectoryJsonContext : JsonSerializerContext;
