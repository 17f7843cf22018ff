using System.Text.Json.Nodes;
using IamCore.Policies.Linting;
using IamCore.Policies.Tests.Generation;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Linting;

/// <summary>What is called redundant, covered or impossible can go without any decision changing (VA-807).</summary>
public sealed class RedundancyTruthTests(ITestOutputHelper output)
{
    private const int Cases = 4_000;
    private const int RequestsPerCase = 6;

    private static readonly string[] EntryCodes = ["REDUNDANT_ACTION", "REDUNDANT_RESOURCE"];

    private static readonly string[] StatementCodes =
    [
        "REDUNDANT_STATEMENT", "REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION", "IAMCORE_UNSATISFIABLE_STATEMENT", "IAMCORE_SHADOWED_BY_DENY",
        "IAMCORE_COVERED_BY_STATEMENT",
    ];

    [Fact] // VA-640 to VA-642, VA-663, VA-706 to VA-708
    public void Removing_what_is_redundant_changes_no_decision()
    {
        var seed = RunSettings.Seed();
        output.WriteLine($"IAMCORE_SEED={seed}");
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (ulong number = 0; number < Cases; number++)
        {
            var rng = new Rng(unchecked((seed * 0x2545F4914F6CDD1D) + number));
            var requests = new RequestGenerator(rng);
            var target = requests.Request(isTrust: false);
            var policies = new PolicyGenerator(rng, target, isTrust: false).Policies();
            foreach (var policy in policies.Identity.SelectMany(set => set))
            {
                var document = CaseWriter.Document(policy);
                foreach (var finding in PolicyValidator.Validate(document, new ValidationOptions(PolicyType.Identity) { Packs = RulePacks.Core | RulePacks.Advice }))
                {
                    if (Without(document, finding) is not { } smaller)
                    {
                        continue;
                    }

                    found[finding.Code] = found.GetValueOrDefault(finding.Code) + 1;
                    for (var i = 0; i < RequestsPerCase; i++)
                    {
                        var request = i == 0 ? target : requests.Neighbour(target, isTrust: false);
                        Assert.True(
                            Decide(request, document) == Decide(request, smaller),
                            $"IAMCORE_SEED={seed}, case {number}: without {finding} the decision on {request.Action} {request.Resource} changes:\n{document}\n{smaller}");
                    }
                }
            }
        }

        output.WriteLine(string.Join(", ", found.Select(f => $"{f.Key} {f.Value}")));
        Assert.All(EntryCodes.Append("IAMCORE_COVERED_BY_STATEMENT").Append("IAMCORE_SHADOWED_BY_DENY"), code => Assert.InRange(found.GetValueOrDefault(code), 20, int.MaxValue));
    }

    private static Decision Decide(ReferenceRequest request, string document)
    {
        var policy = new AttachedPolicy("P", PolicyDocument.Parse(document, PolicyType.Identity));
        return ReferenceEvaluator.Evaluate(request, new ReferencePolicies { Identity = [policy] }).Decision;
    }

    /// <summary>The document without what the finding names; null where the finding names nothing to remove.</summary>
    private static string? Without(string document, Finding finding)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        var statements = root["Statement"]!.AsArray();
        if (StatementCodes.Contains(finding.Code))
        {
            statements.RemoveAt(finding.Locations[0].Elements[1].Index);
            return root.ToJsonString();
        }

        if (!EntryCodes.Contains(finding.Code))
        {
            return null;
        }

        foreach (var location in finding.Locations.Reverse())
        {
            var list = statements[location.Elements[1].Index]![location.Elements[2].Text]!.AsArray();
            list.RemoveAt(location.Elements[3].Index);
        }

        return root.ToJsonString();
    }
}
