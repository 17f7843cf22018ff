using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Engines;

/// <summary>
/// What an application writes that reads its statements once and looks at each of them for every decision: no index, no allocation, the
/// first deny ends the scan. It knows as much of the language as the workloads use and refuses the rest.
/// </summary>
internal sealed class LinearScan
{
    private readonly Dictionary<PolicySet, ScanStatement[]> _sets = [];

    /// <summary>Makes questions ready; sets that questions share are split once.</summary>
    public ScanQuestion[] Prepare(IEnumerable<Question> questions) =>
        [.. questions.Select(question => new ScanQuestion(question.Request, Split(question.Policies)))];

    public ScanPolicies Split(in ApplicablePolicies policies) => new()
    {
        Identity = [.. policies.Identity.SelectMany(Split)],
        Resource = policies.Resource is null ? null : Split(policies.Resource),
        Limits =
        [
            .. PolicySets.Of(policies with { Identity = [], Resource = null }).Select(Split),
        ],
    };

    public static Decision Evaluate(in ScanQuestion question) => Evaluate(in question.Request, in question.Names, question.Policies);

    public static Decision Evaluate(in AccessRequest request, in ScanRequest names, ScanPolicies policies)
    {
        var identity = Scan(policies.Identity, in request, in names);
        var allowed = identity == Decision.Allow;
        var denied = identity == Decision.ExplicitDeny;
        if (policies.Resource is { } own)
        {
            var resource = Scan(own, in request, in names);
            denied |= resource == Decision.ExplicitDeny;
            allowed = request.IsSameAccount ? allowed || resource == Decision.Allow : allowed && resource == Decision.Allow;
        }

        foreach (var limit in policies.Limits)
        {
            if (denied)
            {
                break;
            }

            var verdict = Scan(limit, in request, in names);
            denied = verdict == Decision.ExplicitDeny;
            allowed &= verdict == Decision.Allow;
        }

        return denied ? Decision.ExplicitDeny : allowed ? Decision.Allow : Decision.ImplicitDeny;
    }

    private static Decision Scan(ScanStatement[] statements, in AccessRequest request, in ScanRequest names)
    {
        var decision = Decision.ImplicitDeny;
        foreach (var statement in statements)
        {
            if ((decision == Decision.Allow && !statement.Denies) || !statement.Matches(in request, in names))
            {
                continue;
            }

            if (statement.Denies)
            {
                return Decision.ExplicitDeny;
            }

            decision = Decision.Allow;
        }

        return decision;
    }

    private ScanStatement[] Split(PolicySet set)
    {
        if (!_sets.TryGetValue(set, out var statements))
        {
            var split = new List<ScanStatement>();
            foreach (var policy in set.Policies)
            {
                foreach (var statement in policy.Document.Statements)
                {
                    split.Add(new(statement));
                }
            }

            statements = [.. split];
            _sets.Add(set, statements);
        }

        return statements;
    }
}

/// <summary>The statements that bear on a request.</summary>
internal sealed class ScanPolicies
{
    public required ScanStatement[] Identity { get; init; }

    /// <summary>Null: the resource has no policy.</summary>
    public required ScanStatement[]? Resource { get; init; }

    /// <summary>Every other set; each must allow.</summary>
    public required ScanStatement[][] Limits { get; init; }
}

/// <summary>A request made ready for the scan.</summary>
internal readonly struct ScanQuestion(AccessRequest request, ScanPolicies policies)
{
    public readonly AccessRequest Request = request;
    public readonly ScanRequest Names = new(in request);
    public readonly ScanPolicies Policies = policies;
}
