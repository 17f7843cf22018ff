using IamCore.Policies.Tests.Agreement;
using IamCore.Policies.Tests.Generation;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Laws;

public sealed class AllocationTests
{
    /// <summary>The same request warms it up; what the reference saw tells that every decision, type and operator was among the cases.</summary>
    [Fact]
    public void A_warmed_up_evaluation_allocates_nothing_for_any_type_operator_or_decision()
    {
        var seed = RunSettings.Seed();
        var coverage = new Coverage();
        for (ulong number = 0; number < 600; number++)
        {
            var rng = new Rng(unchecked((seed * 0x9E3779B97F4A7C15) + number));
            var isTrust = rng.Chance(15);
            var requests = new RequestGenerator(rng);
            var target = requests.Request(isTrust);
            var bundle = Bundle.Read(new PolicyGenerator(rng, target, isTrust).Policies(), isTrust);
            for (var i = 0; i < 6; i++)
            {
                Measure(i == 0 ? target : requests.Neighbour(target, isTrust), bundle, coverage, seed);
            }
        }

        var types = Names<PolicyType>();
        string[] absent =
        [
            .. coverage.TooRare(0.01, "decision", Names<Decision>()), .. coverage.TooRare(0.01, "matched Allow of", types), .. coverage.TooRare(0.01, "matched Deny of", types),
            .. coverage.TooRare(0.01, "operator", Names<Policies.Comparison>()), .. coverage.TooRare(0.01, "operator", Names<Policies.Comparison>(), holds: false),
        ];
        Assert.True(absent.Length == 0, $"IAMCORE_SEED={seed}: {string.Join(Environment.NewLine, absent)}");
    }

    [Fact]
    public void A_warmed_up_evaluation_of_a_large_set_allocates_nothing()
    {
        var seed = RunSettings.Seed();
        var coverage = new Coverage();
        var generator = new LargeGenerator(new Rng(seed), isTrust: false);
        var bundle = Bundle.Read(generator.Policies(), isTrust: false);
        for (var i = 0; i < 300; i++)
        {
            Measure(generator.Request(), bundle, coverage, seed);
        }
    }

    private static void Measure(ReferenceRequest given, Bundle bundle, Coverage coverage, ulong seed)
    {
        if (CompiledSide.Request(given, out _) is not { } request)
        {
            return;
        }

        var policies = bundle.Compiled;
        PolicyEvaluator.Evaluate(in request, in policies);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PolicyEvaluator.Evaluate(in request, in policies);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var scenario = new GeneratedCase(given, bundle.Generated);
        Assert.True(allocated == 0, $"IAMCORE_SEED={seed}: {allocated} bytes for {(allocated == 0 ? "" : CaseWriter.Scenario(scenario, "allocates"))}");
        coverage.Add(scenario, ReferenceEvaluator.Evaluate(given, bundle.Reference));
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => Vectors.AnswerText.CamelCase(v.ToString()));
}
