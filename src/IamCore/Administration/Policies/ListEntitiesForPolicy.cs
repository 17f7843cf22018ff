using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Lists the users, groups and roles of the account that use a managed policy (ID-148): first groups, then roles, then users, each by
/// name.
/// </summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record ListEntitiesForPolicy(string PolicyArn) : IamListQuery<PolicyEntity>
{
    /// <summary>
    /// The kind of identity to list: <see cref="ObjectKind.User"/>, <see cref="ObjectKind.Group"/> or <see cref="ObjectKind.Role"/>.
    /// </summary>
    /// <value><see cref="ObjectKind.None"/>: all kinds.</value>
    public ObjectKind EntityFilter { get; init; }

    /// <summary>The prefix of the paths of the identities to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    /// <summary>How the policy must be used.</summary>
    /// <value><see cref="PolicyUsage.PermissionsPolicy"/></value>
    public PolicyUsage PolicyUsageFilter { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");
        check.PathPrefix(PathPrefix);
        check.Require(EntityFilter is ObjectKind.None or ObjectKind.User or ObjectKind.Group or ObjectKind.Role, nameof(EntityFilter), "must be User, Group or Role", "ID-148");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<Page<PolicyEntity>> ApplyAsync(AdministrationWork work)
    {
        var policy = await ResolvedPolicy.GetAsync(work, PolicyArn, "ID-148").ConfigureAwait(false);
        var relation = PolicyUsageFilter == PolicyUsage.PermissionsBoundary ? Relation.PermissionsBoundary : Relation.AttachedPolicy;
        var found = new List<PolicyEntity>();
        foreach (var kind in (ObjectKind[])[ObjectKind.Group, ObjectKind.Role, ObjectKind.User])
        {
            if (EntityFilter is ObjectKind.None || EntityFilter == kind)
            {
                var identities = await work.ReferrersAsync<IamIdentity>(kind, relation, policy.Key).ConfigureAwait(false);
                found.AddRange(identities.Where(i => i.Path.StartsWith(PathPrefix ?? "/", StringComparison.Ordinal)).Select(i => new PolicyEntity(kind, i.Name, i.Id, i.Arn)));
            }
        }

        return work.PageOf(this, $"{policy.Key}\n{EntityFilter}\n{PathPrefix}\n{PolicyUsageFilter}", found, e => $"{e.Kind}\n{e.Name}", e => e.Id);
    }
}
