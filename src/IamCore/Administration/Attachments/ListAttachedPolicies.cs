using IamCore.Administration;

namespace IamCore;

/// <summary>Lists the managed policies attached to an identity, by name (ID-155).</summary>
/// <typeparam name="TIdentity">The kind of identity.</typeparam>
public abstract record ListAttachedPolicies<TIdentity> : IamListQuery<AttachedPolicy>
    where TIdentity : IamIdentity
{
    private protected ListAttachedPolicies()
    {
    }

    /// <summary>What the policies' paths begin with.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal abstract string IdentityName { get; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        IdentityRules<TIdentity>.Kind.Check(check, IdentityName);
        check.PathPrefix(PathPrefix);
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await IdentityRules<TIdentity>.Kind.CheckOnAsync(work, Action, IdentityName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<Page<AttachedPolicy>> ApplyAsync(AdministrationWork work)
    {
        var identity = await IdentityRules<TIdentity>.Kind.GetAsync<TIdentity>(work, IdentityName, "ID-155").ConfigureAwait(false);
        var attached = await AttachedPolicy.OfAsync(work, identity, PathPrefix).ConfigureAwait(false);
        return work.PageOf(this, $"{identity.Id}\n{PathPrefix}", attached, p => p.PolicyName, p => p.PolicyArn[^Math.Min(p.PolicyArn.Length, 128)..]);
    }
}

/// <summary>A managed policy as it is attached.</summary>
/// <param name="PolicyName">Its name.</param>
/// <param name="PolicyArn">Its ARN.</param>
public sealed record AttachedPolicy(string PolicyName, string PolicyArn)
{
    internal static async ValueTask<List<AttachedPolicy>> OfAsync(AdministrationWork work, IamIdentity identity, string? pathPrefix = null)
    {
        var attached = new List<AttachedPolicy>();
        foreach (var key in (IEnumerable<ObjectKey>)identity.AttachedPolicies)
        {
            if (await ResolvedPolicy.FindAsync(work, key).ConfigureAwait(false) is { } policy
                && policy.Path.StartsWith(pathPrefix ?? "/", StringComparison.Ordinal))
            {
                attached.Add(new(policy.Name, policy.Arn));
            }
        }

        return attached;
    }
}

/// <summary>Lists the managed policies attached to a user.</summary>
/// <param name="UserName">The user, in any letter case.</param>
public sealed record ListAttachedUserPolicies(string UserName) : ListAttachedPolicies<IamUser>
{
    internal override string IdentityName => UserName;
}

/// <summary>Lists the managed policies attached to a group.</summary>
/// <param name="GroupName">The group, in any letter case.</param>
public sealed record ListAttachedGroupPolicies(string GroupName) : ListAttachedPolicies<IamGroup>
{
    internal override string IdentityName => GroupName;
}

/// <summary>Lists the managed policies attached to a role.</summary>
/// <param name="RoleName">The role, in any letter case.</param>
public sealed record ListAttachedRolePolicies(string RoleName) : ListAttachedPolicies<IamRole>
{
    internal override string IdentityName => RoleName;
}
