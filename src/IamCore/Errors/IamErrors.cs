using IamCore.Model;

namespace IamCore.Errors;

/// <summary>Creates the errors that many operations share, with AWS's messages.</summary>
internal static class IamErrors
{
    public static IamException Missing(string noun, string name, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"The {noun} with name {name} cannot be found.", rule);

    public static IamException MissingPolicy(string arn, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"Policy {arn} does not exist or is not attachable.", rule);

    public static IamException Taken(string noun, string name, string rule) =>
        new(IamErrorCode.EntityAlreadyExists, $"{noun} with name {name} already exists.", rule);

    public static IamException Invalid(string message, string rule) => new(IamErrorCode.InvalidInput, message, rule);

    public static IamException Validation(string message, string rule) => new(IamErrorCode.ValidationError, message, rule);

    /// <summary>Creates the error for roles that a service or Identity Center owns (ID-126, ST-144).</summary>
    public static IamException Protected(IamRole role, string rule) => role.Owner == RoleOwner.IdentityCenter
        ? new(IamErrorCode.UnmodifiableEntity, $"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by AWS", "ST-144")
        : new(IamErrorCode.UnmodifiableEntity, $"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by the service that owns it.", rule);

    /// <summary>Throws if the object belongs to Identity Center, since administrators cannot change it (ST-144).</summary>
    public static void CheckNotOfIdentityCenter(DirectoryObject o)
    {
        switch (o)
        {
            case IamRole { Owner: RoleOwner.IdentityCenter } role:
                throw Protected(role, "ST-144");
            case SamlProvider { InstanceId: not null } provider:
                throw new IamException(
                    IamErrorCode.UnmodifiableEntity, $"Cannot perform the operation on the protected provider '{provider.Name}' - this provider is only modifiable by AWS", "ST-144");
            default:
                break;
        }
    }

    public static IamException Conflict(ObjectKind kind, string name) =>
        new(IamErrorCode.ConcurrentModification, $"The {kind} {name} was changed by another request.", "ID-258");

    public static IamException Malformed(string message, string rule, ValueList<PolicyFault>? faults = null) =>
        new(IamErrorCode.MalformedPolicyDocument, message, faults is null
            ? [new(rule, "", message)]
            : [.. ((IEnumerable<PolicyFault>)faults).Select(f => new IamErrorDetail(f.Code.ToString(), f.Path, f.ToString()))]);
}
