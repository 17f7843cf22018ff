using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>
/// A change of who may use a permission set in an account (ST-142). The result is the request, which has been completed when the call
/// returns.
/// </summary>
public abstract record AssignmentChange : IdentityCenterChange<AssignmentRequest>, ICenterOperation
{
    private protected AssignmentChange(AssignmentPrincipalType principalType, string principalId, string permissionSetArn, string targetId)
    {
        PrincipalType = principalType;
        PrincipalId = principalId;
        PermissionSetArn = permissionSetArn;
        TargetId = targetId;
    }

    /// <summary>Whether the principal is a user or a group.</summary>
    public AssignmentPrincipalType PrincipalType { get; init; }

    /// <summary>The id of the user or group.</summary>
    public string PrincipalId { get; init; }

    /// <summary>The ARN of the permission set.</summary>
    public string PermissionSetArn { get; init; }

    /// <summary>The number of the account.</summary>
    public string TargetId { get; init; }

    /// <inheritdoc />
    public override string Action => $"sso:{GetType().Name}";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => TargetId;

    internal ObjectKey Principal => new(PrincipalType == AssignmentPrincipalType.Group ? ObjectKind.DirectoryGroup : ObjectKind.DirectoryUser, PrincipalId);

    internal override void Validate(ParameterCheck check)
    {
        check.Require(PrincipalType is AssignmentPrincipalType.User or AssignmentPrincipalType.Group, nameof(PrincipalType), "must be USER or GROUP", "ST-142");
        DirectoryRules.CheckId(check, PrincipalId, nameof(PrincipalId));
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(TargetId is not null && AccountId.IsValid(TargetId), nameof(TargetId), "must be 12 digits", "ST-142");
    }

    private protected async ValueTask<AssignmentRequest> SettledAsync(
        AdministrationWork work, IdentityCenterInstance instance, AssignmentRequestType type, PermissionSet set, string? failure) =>
        await AssignmentRequests.SettledAsync(work, instance, type, set, AccountId.Parse(TargetId), Principal, failure).ConfigureAwait(false);
}
