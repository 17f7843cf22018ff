using System.Globalization;
using System.Security.Cryptography;
using Xunit.Abstractions;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>
/// The compiled evaluator and the reference answer alike. <c>IAMCORE_AGREEMENT_CASES</c> sets the number of cases, <c>IAMCORE_SEED</c> repeats a run.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void Compiled_and_reference_agree_on_random_policies() => Agree(AgreementRun.Small, Cases());

    [Fact]
    public void Compiled_and_reference_agree_on_large_sets() => Agree(AgreementRun.Large, Math.Max(1_000, Cases() / 10));

    private void Agree(Func<ulong, int, Coverage, Disagreement?> run, int cases)
    {
        var seed = Seed();
        var coverage = new Coverage();
        var disagreement = run(seed, cases, coverage);
        output.WriteLine($"IAMCORE_SEED={seed}, {coverage.Cases} cases");
        output.WriteLine(coverage.ToString());
        Assert.True(disagreement is null, $"IAMCORE_SEED={seed}: {disagreement}");
    }

    private static ulong Seed() =>
        Environment.GetEnvironmentVariable("IAMCORE_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, CultureInfo.InvariantCulture)
            : BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) >> 16;

    private static int Cases() =>
        Environment.GetEnvironmentVariable("IAMCORE_AGREEMENT_CASES") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20_000;
}
