using IamCore.Policies.Tests.Agreement;
using IamCore.Policies.Tests.Generation;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Laws;

/// <summary>Puts generated cases to a law and makes the first that breaks it small.</summary>
internal static class LawCase
{
    private const int Bundles = 1_500;

    /// <summary>A law tells what is wrong, or null where it holds. It draws from a generator that starts alike for every smaller case.</summary>
    public delegate string? Law(Rng rng, GeneratedCase given, bool isTrust);

    /// <summary>Two questions to each of many sets of policies.</summary>
    public static void Holds(Law law)
    {
        var seed = RunSettings.Seed();
        for (ulong number = 0; number < Bundles; number++)
        {
            var start = unchecked((seed * 0x9E3779B97F4A7C15) + number);
            var rng = new Rng(start);
            var isTrust = rng.Chance(15);
            var requests = new RequestGenerator(rng);
            var target = requests.Request(isTrust);
            var policies = new PolicyGenerator(rng, target, isTrust).Policies();
            foreach (var request in (ReferenceRequest[])[target, requests.Neighbour(target, isTrust)])
            {
                var given = new GeneratedCase(request, policies);
                if (law(new Rng(start), given, isTrust) is not null)
                {
                    var small = Shrinker.Shrink(given, c => law(new Rng(start), c, isTrust) is not null);
                    Assert.Fail($"IAMCORE_SEED={seed}: {law(new Rng(start), small, isTrust)}{Environment.NewLine}{CaseWriter.Scenario(small, "law broken")}");
                }
            }
        }
    }

    /// <summary>The decision of the compiled evaluator; null where the request is in error.</summary>
    public static AccessDecision? Decide(GeneratedCase given, bool isTrust) =>
        CompiledSide.Request(given.Request, out _) is { } request ? PolicyEvaluator.Evaluate(in request, Bundle.Read(given.Policies, isTrust).Compiled) : null;

    /// <summary>What is wrong where a change that may only narrow turned a refusal into an allow.</summary>
    public static string? Widened(GeneratedCase before, GeneratedCase after, bool isTrust)
    {
        var (old, now) = (Decide(before, isTrust), Decide(after, isTrust));
        return now is { IsAllowed: true } && old is { IsAllowed: false } ? $"{old} became {now} with {CaseWriter.Scenario(after, "after")}" : null;
    }
}
