using System.Diagnostics;
using IamCore.Policies.Tests.Agreement;
using IamCore.Policies.Tests.Generation;
using IamCore.Reference;
using IamCore.Tests.Isolation;

namespace IamCore.Policies.Tests.Laws;

/// <summary>
/// Code that the runtime has not optimised yet boxes what it later does not, so the cases are gone through until a whole round allocates nothing. What
/// allocates by itself does so in every round and is found when the time is over.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the reference saw tells that every decision, type and operator was among the cases.</summary>
    [Fact]
    public void A_warmed_up_evaluation_allocates_nothing_for_any_type_operator_or_decision()
    {
        var seed = RunSettings.Seed();
        var coverage = new Coverage();
        var questions = new List<Question>();
        for (ulong number = 0; number < 600; number++)
        {
            var rng = new Rng(unchecked((seed * 0x9E3779B97F4A7C15) + number));
            var isTrust = rng.Chance(15);
            var requests = new RequestGenerator(rng);
            var target = requests.Request(isTrust);
            var bundle = Bundle.Read(new PolicyGenerator(rng, target, isTrust).Policies(), isTrust);
            for (var i = 0; i < 6; i++)
            {
                Add(questions, i == 0 ? target : requests.Neighbour(target, isTrust), bundle, coverage);
            }
        }

        AssertNothingIsAllocated(questions, seed);
        var types = Names<PolicyType>();
        string[] absent =
        [
            .. coverage.TooRare(0.01, "decision", Names<Decision>()), .. coverage.TooRare(0.01, "matched Allow of", types), .. coverage.TooRare(0.01, "matched Deny of", types),
            .. coverage.TooRare(0.01, "operator", Names<Comparison>()), .. coverage.TooRare(0.01, "operator", Names<Comparison>(), holds: false),
        ];
        Assert.True(absent.Length == 0, $"IAMCORE_SEED={seed}: {string.Join(Environment.NewLine, absent)}");
    }

    [Fact]
    public void A_warmed_up_evaluation_of_a_large_set_allocates_nothing()
    {
        var seed = RunSettings.Seed();
        var generator = new LargeGenerator(new Rng(seed), isTrust: false);
        var bundle = Bundle.Read(generator.Policies(), isTrust: false);
        var questions = new List<Question>();
        for (var i = 0; i < 300; i++)
        {
            Add(questions, generator.Request(), bundle, new Coverage());
        }

        AssertNothingIsAllocated(questions, seed);
    }

    private static void Add(List<Question> questions, ReferenceRequest given, Bundle bundle, Coverage coverage)
    {
        if (CompiledSide.Request(given, out _) is { } request)
        {
            var scenario = new GeneratedCase(given, bundle.Generated);
            questions.Add(new Question(request, bundle.Compiled, scenario));
            coverage.Add(scenario, ReferenceEvaluator.Evaluate(given, bundle.Reference));
        }
    }

    private static void AssertNothingIsAllocated(List<Question> questions, ulong seed)
    {
        var start = Stopwatch.GetTimestamp();
        Question? allocating;
        var bytes = 0L;
        do
        {
            allocating = null;
            foreach (var question in questions)
            {
                var (request, policies) = (question.Request, question.Policies);
                var before = GC.GetAllocatedBytesForCurrentThread();
                PolicyEvaluator.Evaluate(in request, in policies);
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (allocated > 0)
                {
                    (allocating, bytes) = (question, allocated);
                }
            }
        }
        while (allocating is not null && Stopwatch.GetElapsedTime(start) < Patience);

        if (allocating is not null)
        {
            Assert.Fail($"IAMCORE_SEED={seed}: {bytes} bytes for {CaseWriter.Scenario(allocating.Case, "allocates")}");
        }
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => Vectors.AnswerText.CamelCase(v.ToString()));

    private sealed record Question(AccessRequest Request, ApplicablePolicies Policies, GeneratedCase Case);
}
