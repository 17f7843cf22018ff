using IamCore.Administration;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>
/// Denies everything to sessions of a permission set in an account that were issued before a given time, for everyone or for one user
/// (ST-153).
/// </summary>
/// <param name="TargetId">The number of the account.</param>
/// <param name="PermissionSetArn">The ARN of the permission set.</param>
public sealed record RevokePermissionSetSessions(string TargetId, string PermissionSetArn) : IdentityCenterChange<NoResult>, ICenterOperation
{
    /// <summary>The time before which the affected sessions were issued, with millisecond precision.</summary>
    /// <value><see langword="null"/>: now.</value>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The id of the user whose sessions are affected; <see langword="null"/> for all users.</summary>
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

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
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
            throw IdentityCenterErrors.Missing("permission set in the account", "ST-153");
        }

        var revocation = Revocations.Create(Before ?? work.Options.TimeProvider.GetUtcNow(), UserId);
        var others = ((IEnumerable<InlinePolicy>)role.InlinePolicies).Where(policy => policy.Name == Provisioning.InlinePolicyName).Concat(Revocations.Of(role, work.Now));
        work.Put(role with { InlinePolicies = InlinePolicies.With([.. others], revocation) });
        return default;
    }
}
