using IamCore.Administration;
using IamCore.IdentityCenter;

namespace IamCore;

/// <summary>What an assignment is for.</summary>
public enum AssignmentPrincipalType : byte
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>A directory user.</summary>
    User,

    /// <summary>A directory group.</summary>
    Group,
}

/// <summary>A change of who may use a permission set in an account (ST-142). Gives the request, which is settled when the call returns.</summary>
public abstract record AssignmentChange : IdentityCenterChange<AssignmentRequest>, ICenterOperation
{
    private protected AssignmentChange(AssignmentPrincipalType principalType, string principalId, string permissionSetArn, string targetId)
    {
        PrincipalType = principalType;
        PrincipalId = principalId;
        PermissionSetArn = permissionSetArn;
        TargetId = targetId;
    }

    /// <summary>User or group.</summary>
    public AssignmentPrincipalType PrincipalType { get; init; }

    /// <summary>Id of the user or group.</summary>
    public string PrincipalId { get; init; }

    /// <summary>The permission set.</summary>
    public string PermissionSetArn { get; init; }

    /// <summary>The account, 12 digits.</summary>
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

/// <summary>Assigns a user or group to an account with a permission set; what is assigned already succeeds again.</summary>
/// <param name="PrincipalType">User or group.</param>
/// <param name="PrincipalId">Its id.</param>
/// <param name="PermissionSetArn">The permission set.</param>
/// <param name="TargetId">The account.</param>
public sealed record CreateAccountAssignment(AssignmentPrincipalType PrincipalType, string PrincipalId, string PermissionSetArn, string TargetId)
    : AssignmentChange(PrincipalType, PrincipalId, PermissionSetArn, TargetId)
{
    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var target = await CenterAccess.TargetAsync(work, instance, TargetId).ConfigureAwait(false);
        _ = PrincipalType == AssignmentPrincipalType.Group
            ? (CenterObject)await DirectoryRules.GetGroupAsync(work, instance, PrincipalId).ConfigureAwait(false)
            : await DirectoryRules.GetUserAsync(work, instance, PrincipalId).ConfigureAwait(false);
        if (CenterAccess.IsDelegate(work, instance) && target.AccountId == instance.Account)
        {
            throw CenterAccess.OwnersAlone();
        }

        var key = AccountAssignment.KeyOf(Principal, set.Id, target.AccountId);
        if (await work.FindAsync<AccountAssignment>(key).ConfigureAwait(false) is not null)
        {
            return await SettledAsync(work, instance, AssignmentRequestType.Create, set, null).ConfigureAwait(false);
        }

        var isNew = await work.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId)).ConfigureAwait(false) is null;
        if (isNew)
        {
            await CenterAccess.CheckNotOwnersAsync(work, instance, set).ConfigureAwait(false); // it would be provisioned (ST-142)
        }

        if (isNew && await Provisioning.ProvisionAsync(work, instance, set, target).ConfigureAwait(false) is { } failure)
        {
            return await SettledAsync(work, instance, AssignmentRequestType.Create, set, failure).ConfigureAwait(false);
        }

        work.Put(new AccountAssignment
        {
            Id = key.Id,
            Account = instance.Account,
            InstanceId = instance.Id,
            Principal = Principal,
            PermissionSetId = set.Id,
            TargetAccount = target.AccountId,
            CreateDate = work.Now,
        });
        return await SettledAsync(work, instance, AssignmentRequestType.Create, set, null).ConfigureAwait(false);
    }
}

/// <summary>Ends an assignment: at once there are no new credentials of it, and with the last one of a set in an account its running sessions end
/// (ST-146, ST-150).</summary>
/// <param name="PrincipalType">User or group.</param>
/// <param name="PrincipalId">Its id.</param>
/// <param name="PermissionSetArn">The permission set.</param>
/// <param name="TargetId">The account.</param>
public sealed record DeleteAccountAssignment(AssignmentPrincipalType PrincipalType, string PrincipalId, string PermissionSetArn, string TargetId)
    : AssignmentChange(PrincipalType, PrincipalId, PermissionSetArn, TargetId)
{
    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        var target = AccountId.Parse(TargetId);
        if (CenterAccess.IsDelegate(work, instance) && target == instance.Account)
        {
            throw CenterAccess.OwnersAlone();
        }

        if (await work.FindAsync<AccountAssignment>(AccountAssignment.KeyOf(Principal, set.Id, target)).ConfigureAwait(false) is not { } assignment)
        {
            throw CenterRefusals.Missing("assignment", "ST-142");
        }

        await Provisioning.UnassignAsync(work, assignment).ConfigureAwait(false);
        return await SettledAsync(work, instance, AssignmentRequestType.Delete, set, null).ConfigureAwait(false);
    }
}

/// <summary>Brings the roles of a permission set up to date with it, in one account or in all (ST-141, ST-145). Gives the request, settled.</summary>
/// <param name="PermissionSetArn">The permission set.</param>
/// <param name="TargetId">The account; <see langword="null"/> for all in which it stands.</param>
public sealed record ProvisionPermissionSet(string PermissionSetArn, string? TargetId = null) : IdentityCenterChange<AssignmentRequest>, ICenterOperation
{
    /// <inheritdoc />
    public override string Action => "sso:ProvisionPermissionSet";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => TargetId;

    internal override void Validate(ParameterCheck check)
    {
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(TargetId is null || AccountId.IsValid(TargetId), nameof(TargetId), "must be 12 digits", "ST-141");
    }

    internal override async ValueTask<AssignmentRequest> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, set).ConfigureAwait(false);
        string? failure;
        if (TargetId is null)
        {
            var reasons = await Provisioning.ProvisionAllAsync(work, instance, set).ConfigureAwait(false);
            failure = reasons.Count == 0 ? null : string.Join(' ', reasons);
        }
        else
        {
            var target = await CenterAccess.TargetAsync(work, instance, TargetId).ConfigureAwait(false);
            failure = await work.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, target.AccountId)).ConfigureAwait(false) is null
                ? throw CenterRefusals.Missing("permission set in the account", "ST-141")
                : await Provisioning.ProvisionAsync(work, instance, set, target).ConfigureAwait(false);
        }

        return await AssignmentRequests.SettledAsync(
            work, instance, AssignmentRequestType.Provision, set, TargetId is null ? null : AccountId.Parse(TargetId), null, failure).ConfigureAwait(false);
    }
}

/// <summary>Denies everything to sessions of a permission set in an account that were issued before a time, of all or of one user (ST-153).</summary>
/// <param name="TargetId">The account.</param>
/// <param name="PermissionSetArn">The permission set.</param>
public sealed record RevokePermissionSetSessions(string TargetId, string PermissionSetArn) : IdentityCenterChange<Nothing>, ICenterOperation
{
    /// <summary>Sessions issued before this moment, in milliseconds; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The one user whose sessions are meant; <see langword="null"/> for everybody's.</summary>
    public string? UserId { get; init; }

    /// <inheritdoc />
    public override string Action => "sso:RevokePermissionSetSessions";

    string? ICenterOperation.NamedSet => PermissionSetArn;

    string? ICenterOperation.NamedAccount => TargetId;

    internal override void Validate(ParameterCheck check)
    {
        PermissionSetRules.CheckArn(check, PermissionSetArn);
        check.Require(TargetId is not null && AccountId.IsValid(TargetId), nameof(TargetId), "must be 12 digits", "ST-153");
        check.Require(
            UserId is null || (UserId.Length is > 0 and <= 47 && UserId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')), nameof(UserId), "must be the id of a user", "ST-153");
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var set = await PermissionSetRules.GetAsync(work, instance, PermissionSetArn).ConfigureAwait(false);
        if (CenterAccess.IsDelegate(work, instance) && TargetId == instance.Scope)
        {
            throw CenterAccess.OwnersAlone();
        }

        var key = ProvisionedPermissionSet.KeyOf(set.Id, AccountId.Parse(TargetId));
        var role = await work.FindAsync<ProvisionedPermissionSet>(key).ConfigureAwait(false) is { } provisioned
            ? await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, provisioned.RoleId)).ConfigureAwait(false) : null;
        if (role is null)
        {
            throw CenterRefusals.Missing("permission set in the account", "ST-153");
        }

        var revocation = Revocations.Create(Before ?? work.Options.TimeProvider.GetUtcNow(), UserId);
        var others = ((IEnumerable<InlinePolicy>)role.InlinePolicies).Where(policy => policy.Name == Provisioning.InlinePolicyName).Concat(Revocations.Of(role, work.Now));
        work.Put(role with { InlinePolicies = InlinePolicies.With([.. others], revocation) });
        return default;
    }
}
