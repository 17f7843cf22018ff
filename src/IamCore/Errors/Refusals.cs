namespace IamCore.Errors;

/// <summary>The errors that many operations share, in AWS's words.</summary>
internal static class Refusals
{
    public static IamException Missing(string noun, string name, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"The {noun} with name {name} cannot be found.", rule);

    public static IamException MissingPolicy(string arn, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"Policy {arn} does not exist or is not attachable.", rule);

    public static IamException Taken(string noun, string name, string rule) =>
        new(IamErrorCode.EntityAlreadyExists, $"{noun} with name {name} already exists.", rule);

    public static IamException Invalid(string message, string rule) => new(IamErrorCode.InvalidInput, message, rule);

    public static IamException Validation(string message, string rule) => new(IamErrorCode.ValidationError, message, rule);

    public static IamException Protected(string roleName, string rule) =>
        new(IamErrorCode.UnmodifiableEntity, $"Cannot perform the operation on the protected role '{roleName}' - this role is only modifiable by the service that owns it.", rule);

    public static IamException Conflict(ObjectKind kind, string name) =>
        new(IamErrorCode.ConcurrentModification, $"The {kind} {name} was changed by another request.", "ID-258");

    public static IamException Malformed(string message, string rule, ValueList<PolicyFault>? faults = null) =>
        new(IamErrorCode.MalformedPolicyDocument, message, faults is null
            ? [new(rule, "", message)]
            : [.. ((IEnumerable<PolicyFault>)faults).Select(f => new IamErrorDetail(f.Code.ToString(), f.Path, f.ToString()))]);
}
