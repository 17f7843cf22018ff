using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>The differences between the policy operations on users, groups and roles.</summary>
internal static class IdentityRules<TIdentity>
    where TIdentity : IamIdentity
{
    public static NamedKind Kind { get; } =
        typeof(TIdentity) == typeof(IamUser) ? NamedKind.User : typeof(TIdentity) == typeof(IamGroup) ? NamedKind.Group : NamedKind.Role;

    public static Quota AttachedQuota { get; } = Kind.Kind switch
    {
        ObjectKind.User => Quota.AttachedPoliciesPerUser,
        ObjectKind.Group => Quota.AttachedPoliciesPerGroup,
        _ => Quota.AttachedPoliciesPerRole,
    };

    public static Quota InlineQuota { get; } = Kind.Kind switch
    {
        ObjectKind.User => Quota.UserPolicySize,
        ObjectKind.Group => Quota.GroupPolicySize,
        _ => Quota.RolePolicySize,
    };

    /// <summary>
    /// Returns the question about a change of an identity's policies, with its current boundary and the policy concerned (ID-240).
    /// </summary>
    public static async ValueTask<AdministrationCheck> CheckAsync(AdministrationWork work, string action, string name, string? policyArn = null)
    {
        var check = await Kind.CheckOnAsync(work, action, name).ConfigureAwait(false);
        var entity = await Kind.FindAsync<TIdentity>(work, name).ConfigureAwait(false) as IamEntity;
        return check with
        {
            HasStoredBoundary = true,
            PermissionsBoundary = await ResolvedPolicy.ArnOfAsync(work, entity?.PermissionsBoundary).ConfigureAwait(false),
            Keys = policyArn is null ? check.Keys : [new("iam:PolicyARN", policyArn)],
        };
    }

    /// <summary>Rejects changes to roles that belong to a service (ID-126).</summary>
    public static void CheckModifiable(TIdentity identity, string rule)
    {
        if (identity is IamRole { IsProtected: true } role)
        {
            throw IamErrors.Protected(role, rule);
        }
    }
}
