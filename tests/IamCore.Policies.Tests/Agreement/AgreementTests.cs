using IamCore.Policies.Tests.Generation;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>
/// The compiled evaluator and the reference answer alike. <c>IAMCORE_AGREEMENT_CASES</c> sets the number of cases, <c>IAMCORE_SEED</c> repeats a run.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private static readonly string[] Callers =
    [
        "root", "user", "role", "service-linked role", "session", "session with role", "federated user", "federated user with user", "service",
        "identity provider", "canonical user", "anonymous",
    ];

    /// <summary>The shares that keep the generator honest, in percent of all cases: about half of what it usually reaches.</summary>
    [Fact]
    public void Compiled_and_reference_agree_on_random_policies()
    {
        var coverage = Agree(AgreementRun.Small, RunSettings.Cases());
        var operators = Names(Enum.GetValues<Comparison>());
        var types = Names(Enum.GetValues<PolicyType>());
        AssertNoneTooRare(
            coverage,
            [
                .. coverage.TooRare(12, "decision", Names(Enum.GetValues<Decision>())),
                .. coverage.TooRare(1.2, "principal", Callers),
                .. coverage.TooRare(1.5, "matched Allow of", types),
                .. coverage.TooRare(0.25, "matched Deny of", types),
                .. coverage.TooRare(0.25, "explicitDeny by", types),
                .. coverage.TooRare(1, "implicitDeny by", types.Where(t => t != "resourceControl")),      // EV-112
                .. coverage.TooRare(0.4, "operator", operators),
                .. coverage.TooRare(0.2, "operator", operators, holds: false),
                .. coverage.TooRare(1.5, "qualifier", Names(Enum.GetValues<SetQualifier>())),
                .. coverage.TooRare(1, "qualifier", Names(Enum.GetValues<SetQualifier>()), holds: false),
                .. coverage.TooRare(3, "IfExists", ["with", "without"]),
                .. coverage.TooRare(3, "IfExists", ["with", "without"], holds: false),
            ]);
    }

    [Fact]
    public void Compiled_and_reference_agree_on_large_sets()
    {
        var coverage = Agree(AgreementRun.Large, Math.Max(1_000, RunSettings.Cases() / 10));
        AssertNoneTooRare(coverage, [.. coverage.TooRare(8, "decision", Names(Enum.GetValues<Decision>()))]);
    }

    private Coverage Agree(Func<ulong, int, Coverage, Disagreement?> run, int cases)
    {
        var seed = RunSettings.Seed();
        var coverage = new Coverage();
        var disagreement = run(seed, cases, coverage);
        output.WriteLine($"IAMCORE_SEED={seed}, {coverage.Cases} cases");
        output.WriteLine(coverage.ToString());
        Assert.True(disagreement is null, $"IAMCORE_SEED={seed}: {disagreement}");
        return coverage;
    }

    /// <summary>Of a few cases the shares say nothing.</summary>
    private static void AssertNoneTooRare(Coverage coverage, string[] rare) =>
        Assert.True(rare.Length == 0 || coverage.Cases < 1_000, string.Join(Environment.NewLine, rare));

    private static List<string> Names<T>(T[] values)
        where T : struct, Enum => [.. values.Select(v => Vectors.AnswerText.CamelCase(v.ToString()))];
}
