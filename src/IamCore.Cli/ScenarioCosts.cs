using System.Collections.Immutable;
using IamCore.Cli.Measuring;
using IamCore.Policies;
using IamCore.Scenarios;

namespace IamCore.Cli;

/// <summary>What answering scenarios costs, one scenario on average.</summary>
/// <param name="Floor">The look-ups no decision can do without.</param>
/// <param name="Read">Reading the scenario: its request and its policy documents.</param>
/// <param name="Compile">Compiling its documents.</param>
/// <param name="Decide">Deciding.</param>
internal sealed record ScenarioCosts(Measurement Floor, Measurement Read, Measurement Compile, Measurement Decide)
{
    /// <summary>A decision as a multiple of the floor, measured in turn with it.</summary>
    public double FloorRatio => Decide.RatioTo(Floor);

    /// <summary>Which part of an answer from nothing a phase takes, from 0 to 1.</summary>
    public double ShareOf(Measurement phase) => phase.Nanoseconds / (Read.Nanoseconds + Compile.Nanoseconds + Decide.Nanoseconds);

    /// <summary>Measures for a few seconds.</summary>
    /// <param name="scenarios">Scenarios that can be run; at least one.</param>
    /// <param name="read">Reads them again, all, and tells how many there were.</param>
    /// <param name="time">The time of requests that do not say theirs (EV-012).</param>
    public static ScenarioCosts Measure(IReadOnlyList<Scenario> scenarios, Func<int> read, DateTimeOffset time)
    {
        var decisions = InterleavedTiming.Run([Measuring.Floor.Standard.ToCandidate("floor"), Decisions(scenarios, time)], TimingPlan.Standard);
        var preparations = InterleavedTiming.Run(
            [
                new Candidate("read", scenarios.Count, passes => Repeat(passes, () => read())),
                new Candidate("compile", scenarios.Count, passes => Repeat(passes, () => CompileAll(scenarios))),
            ],
            new TimingPlan(5, 3, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(200)));
        return new(decisions[0], preparations[0], preparations[1], decisions[1]);
    }

    private static Candidate Decisions(IReadOnlyList<Scenario> scenarios, DateTimeOffset time)
    {
        var requests = scenarios.Select(scenario => scenario.Request!.At(time)).ToArray();
        var sets = new SharedSets();
        var policies = scenarios.Select(scenario => sets.Share(scenario.Policies.Compile())).ToArray();
        return new Candidate("decide", requests.Length, passes => DecideAll(requests, policies, passes));
    }

    private static long DecideAll(AccessRequest[] requests, ApplicablePolicies[] policies, int passes)
    {
        var sum = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < requests.Length; i++)
            {
                sum += (long)PolicyEvaluator.Evaluate(in requests[i], in policies[i]).Decision;
            }
        }

        return sum;
    }

    private static int CompileAll(IReadOnlyList<Scenario> scenarios)
    {
        var count = 0;
        foreach (var scenario in scenarios)
        {
            count += scenario.Policies.Compile().Identity.Length;
        }

        return count;
    }

    private static long Repeat(int passes, Func<int> pass)
    {
        var sum = 0L;
        for (var i = 0; i < passes; i++)
        {
            sum += pass();
        }

        return sum;
    }

    /// <summary>Sets that say the same are one set, as in a host, which compiles a policy once and not once a request.</summary>
    private sealed class SharedSets
    {
        private readonly Dictionary<(PolicyType, ValueList<NamedPolicy>), PolicySet> _sets = [];

        public ApplicablePolicies Share(in ApplicablePolicies policies) => policies with
        {
            Identity = Share(policies.Identity),
            PermissionsBoundary = Share(policies.PermissionsBoundary),
            Session = Share(policies.Session),
            Resource = Share(policies.Resource),
            ServiceControl = Share(policies.ServiceControl),
            ResourceControl = Share(policies.ResourceControl),
            VpcEndpoint = Share(policies.VpcEndpoint),
        };

        private ImmutableArray<PolicySet> Share(ImmutableArray<PolicySet> sets) => sets.IsDefault ? sets : [.. sets.Select(set => Share(set)!)];

        private PolicySet? Share(PolicySet? set)
        {
            if (set is null)
            {
                return null;
            }

            var key = (set.Type, set.Policies);
            if (!_sets.TryGetValue(key, out var shared))
            {
                _sets.Add(key, shared = set);
            }

            return shared;
        }
    }
}
