using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>Tells how far a request about assignments or provisioning is (ST-142).</summary>
/// <param name="RequestId">The request.</param>
public abstract record DescribeRequest(string RequestId) : IdentityCenterQuery<AssignmentRequest>
{
    /// <inheritdoc />
    public override string Action => $"sso:{GetType().Name}";

    internal abstract AssignmentRequestType Type { get; }

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, RequestId, nameof(RequestId));

    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var request = await work.FindAsync<AssignmentRequest>(new ObjectKey(ObjectKind.AssignmentRequest, RequestId)).ConfigureAwait(false);
        return request?.InstanceId == instance.Id && request.Type == Type ? request : throw CenterRefusals.Missing("request", "ST-142");
    }
}

/// <summary>Tells how far an assignment is.</summary>
/// <param name="RequestId">What <see cref="CreateAccountAssignment"/> gave.</param>
public sealed record DescribeAccountAssignmentCreationStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Create;
}

/// <summary>Tells how far the end of an assignment is.</summary>
/// <param name="RequestId">What <see cref="DeleteAccountAssignment"/> gave.</param>
public sealed record DescribeAccountAssignmentDeletionStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Delete;
}

/// <summary>Tells how far provisioning is.</summary>
/// <param name="RequestId">What <see cref="ProvisionPermissionSet"/> gave.</param>
public sealed record DescribePermissionSetProvisioningStatus(string RequestId) : DescribeRequest(RequestId)
{
    internal override AssignmentRequestType Type => AssignmentRequestType.Provision;
}

/// <summary>Lists who is assigned to an account with a permission set.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="PermissionSetArn">The permission set.</param>
public sealed record ListAccountAssignments(string AccountId, string PermissionSetArn) : IdentityCenterListQuery<AccountAssignment>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountAssignments";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => AccountId;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(AccountId is not null && Policies.AccountId.IsValid(AccountId), nameof(AccountId), "must be 12 digits", "ST-142");
    }

    internal override async ValueTask<Page<AccountAssignment>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var key = ProvisionedPermissionSet.KeyOf(set.Id, Policies.AccountId.Parse(AccountId));
        return await work.PageAsync<AccountAssignment, AccountAssignment>(
            this, ObjectKind.AccountAssignment, null, refersTo: new(Relation.Assignment, key), scope: instance.Scope).ConfigureAwait(false);
    }
}

/// <summary>Lists where a user or group is assigned; a user's groups are not followed.</summary>
/// <param name="PrincipalType">User or group.</param>
/// <param name="PrincipalId">Its id.</param>
public sealed record ListAccountAssignmentsForPrincipal(AssignmentPrincipalType PrincipalType, string PrincipalId) : IdentityCenterListQuery<AccountAssignment>
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountAssignmentsForPrincipal";

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Require(PrincipalType is AssignmentPrincipalType.User or AssignmentPrincipalType.Group, nameof(PrincipalType), "must be USER or GROUP", "ST-142");
        DirectoryRules.CheckId(check, PrincipalId, nameof(PrincipalId));
    }

    internal override async ValueTask<Page<AccountAssignment>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var principal = new ObjectKey(PrincipalType == AssignmentPrincipalType.Group ? ObjectKind.DirectoryGroup : ObjectKind.DirectoryUser, PrincipalId);
        return await work.PageAsync<AccountAssignment, AccountAssignment>(
            this, ObjectKind.AccountAssignment, null, refersTo: new(Relation.AssignedPrincipal, principal), scope: instance.Scope).ConfigureAwait(false);
    }
}

/// <summary>A permission set in an account, and whether its role is up to date.</summary>
/// <param name="PermissionSetArn">The set.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Status">Whether it is up to date.</param>
public sealed record PermissionSetInAccount(string PermissionSetArn, AccountId AccountId, string RoleArn, ProvisioningStatus Status);

/// <summary>Whether a role is up to date with its permission set (ST-145). The default is not.</summary>
public enum ProvisioningStatus : byte
{
    /// <summary><c>LATEST_PERMISSION_SET_NOT_PROVISIONED</c>.</summary>
    LatestNotProvisioned,

    /// <summary><c>LATEST_PERMISSION_SET_PROVISIONED</c>.</summary>
    LatestProvisioned,
}

/// <summary>Lists the accounts in which a permission set stands, with its roles, by account.</summary>
/// <param name="PermissionSetArn">The set.</param>
public sealed record ListAccountsForProvisionedPermissionSet(string PermissionSetArn) : IdentityCenterListQuery<PermissionSetInAccount>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ListAccountsForProvisionedPermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PermissionSetRules.CheckArn(check, PermissionSetArn);
    }

    internal override async ValueTask<Page<PermissionSetInAccount>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var page = await work.PageAsync<PermissionSetInAccount, ProvisionedPermissionSet>(
            this, ObjectKind.ProvisionedPermissionSet, null, refersTo: new(Relation.AssignedSet, set.Key), scope: instance.Scope).ConfigureAwait(false);
        var found = new List<PermissionSetInAccount>();
        foreach (var provisioned in page.Items.AsSpan().ToArray())
        {
            var role = await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, provisioned.RoleId)).ConfigureAwait(false);
            found.Add(new(
                set.Arn, provisioned.TargetAccount, role?.Arn ?? "",
                provisioned.Version == set.Version ? ProvisioningStatus.LatestProvisioned : ProvisioningStatus.LatestNotProvisioned));
        }

        return new([.. found], page.Marker);
    }
}
