using IamCore.Administration;

namespace IamCore;

/// <summary>Reads an inline policy of an identity (ID-158).</summary>
/// <typeparam name="TIdentity">The kind of identity.</typeparam>
public abstract record GetInlinePolicy<TIdentity> : IamQuery<InlinePolicy>
    where TIdentity : IamIdentity
{
    private protected GetInlinePolicy(string policyName)
    {
        PolicyName = policyName;
    }

    /// <summary>Name of the policy, case-sensitive.</summary>
    public string PolicyName { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.Name(PolicyName, nameof(PolicyName), 128, "ID-048");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.Kind.CheckOnAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<InlinePolicy> ApplyAsync(AdministrationWork work) =>
        InlinePolicies.Get(await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-158").ConfigureAwait(false), PolicyName, "ID-158");
}

/// <summary>Reads an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record GetUserPolicy(string UserName, string PolicyName) : GetInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

/// <summary>Reads an inline policy of a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record GetGroupPolicy(string GroupName, string PolicyName) : GetInlinePolicy<IamGroup>(PolicyName)
{
    internal override string IdentityName => GroupName;
}

/// <summary>Reads an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record GetRolePolicy(string RoleName, string PolicyName) : GetInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}
