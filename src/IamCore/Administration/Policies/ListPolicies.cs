using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Policies;

/// <summary>Lists managed policies by name (ID-148).</summary>
public sealed record ListPolicies : IamListQuery<PolicyDescription>
{
    /// <summary>Whether to list customer managed policies, predefined policies, or both.</summary>
    /// <value><see cref="PolicyScope.All"/></value>
    public PolicyScope Scope { get; init; }

    /// <summary>Whether to list only policies in use in the account.</summary>
    public bool OnlyAttached { get; init; }

    /// <summary>The prefix of the paths to list.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    /// <summary>How the policies must be used; <see langword="null"/> for any use or none.</summary>
    public PolicyUsage? PolicyUsageFilter { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(NamedKind.Policy.CheckOnList(work, Action, PathPrefix));

    internal override async ValueTask<Page<PolicyDescription>> ApplyAsync(AdministrationWork work)
    {
        var all = new List<ResolvedPolicy>();
        if (Scope != PolicyScope.AWS)
        {
            all.AddRange((await work.AllAsync<ManagedPolicy>(ObjectKind.ManagedPolicy, PathPrefix).ConfigureAwait(false)).Select(ResolvedPolicy.Of));
        }

        if (Scope != PolicyScope.Local)
        {
            all.AddRange(((IEnumerable<PredefinedPolicy>)work.Options.PredefinedPolicies.All)
                .Where(p => p.Type == PolicyType.Identity && p.Path.StartsWith(PathPrefix ?? "/", StringComparison.Ordinal))
                .Select(p => ResolvedPolicy.Of(p, work.Partition)));
        }

        var listed = new List<PolicyDescription>();
        foreach (var policy in all)
        {
            var description = await PolicyDescription.OfAsync(work, policy).ConfigureAwait(false);
            if (IsWanted(description))
            {
                listed.Add(description);
            }
        }

        return work.PageOf(this, $"{Scope}\n{OnlyAttached}\n{PathPrefix}\n{PolicyUsageFilter}", listed, p => p.PolicyName, p => p.PolicyId);
    }

    private bool IsWanted(PolicyDescription policy) => PolicyUsageFilter switch
    {
        PolicyUsage.PermissionsPolicy => policy.AttachmentCount > 0,
        PolicyUsage.PermissionsBoundary => policy.PermissionsBoundaryUsageCount > 0,
        _ => !OnlyAttached || policy.AttachmentCount + policy.PermissionsBoundaryUsageCount > 0,
    };
}
