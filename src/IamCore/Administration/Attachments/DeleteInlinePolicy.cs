using IamCore.Administration;

namespace IamCore;

/// <summary>Deletes an inline policy of an identity (ID-158). Gives the identity.</summary>
/// <typeparam name="TIdentity">The kind of identity.</typeparam>
public abstract record DeleteInlinePolicy<TIdentity> : IamChange<TIdentity>
    where TIdentity : IamIdentity
{
    private protected DeleteInlinePolicy(string policyName)
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
        await work.CheckAsync(await IdentityRules<TIdentity>.CheckAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<TIdentity> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-158").ConfigureAwait(false);
        CheckRevision(identity);
        IdentityRules<TIdentity>.CheckModifiable(identity, "ID-126");
        InlinePolicies.Get(identity, PolicyName, "ID-158");
        var changed = (TIdentity)(IamIdentity)(identity with { InlinePolicies = [.. InlinePolicies.Without(identity.InlinePolicies, PolicyName)] });
        work.Put(changed);
        return changed;
    }
}

/// <summary>Deletes an inline policy of a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteUserPolicy(string UserName, string PolicyName) : DeleteInlinePolicy<IamUser>(PolicyName)
{
    internal override string IdentityName => UserName;
}

/// <summary>Deletes an inline policy of a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteGroupPolicy(string GroupName, string PolicyName) : DeleteInlinePolicy<IamGroup>(PolicyName)
{
    internal override string IdentityName => GroupName;
}

/// <summary>Deletes an inline policy of a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
/// <param name="PolicyName">Name of the policy, case-sensitive.</param>
public sealed record DeleteRolePolicy(string RoleName, string PolicyName) : DeleteInlinePolicy<IamRole>(PolicyName)
{
    internal override string IdentityName => RoleName;
}
