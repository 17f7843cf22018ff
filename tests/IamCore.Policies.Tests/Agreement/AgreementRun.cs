using IamCore.Policies.Tests.Generation;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Asks both evaluators about many generated cases.</summary>
internal static class AgreementRun
{
    /// <summary>Small policies drawn around one request; its neighbours share them.</summary>
    public static Disagreement? Small(ulong seed, int cases, Coverage coverage)
    {
        const int RequestsPerBundle = 8;
        for (ulong number = 0; coverage.Cases < cases; number++)
        {
            var rng = new Rng(unchecked((seed * 0x2545F4914F6CDD1D) + number));
            var isTrust = rng.Chance(15);
            var requests = new RequestGenerator(rng);
            var target = requests.Request(isTrust);
            var bundle = Bundle.Read(new PolicyGenerator(rng, target, isTrust).Policies(), isTrust);
            for (var i = 0; i < RequestsPerBundle; i++)
            {
                if (Ask(i == 0 ? target : requests.Neighbour(target, isTrust), bundle, coverage) is { } disagreement)
                {
                    return disagreement;
                }
            }
        }

        return null;
    }

    /// <summary>Sets of hundreds of statements, each asked many questions.</summary>
    public static Disagreement? Large(ulong seed, int cases, Coverage coverage)
    {
        const int RequestsPerBundle = 100;
        for (ulong number = 0; coverage.Cases < cases; number++)
        {
            var rng = new Rng(unchecked((seed * 0x2545F4914F6CDD1D) - 1 - number));
            var isTrust = rng.Chance(10);
            var generator = new LargeGenerator(rng, isTrust);
            var bundle = Bundle.Read(generator.Policies(), isTrust);
            for (var i = 0; i < RequestsPerBundle; i++)
            {
                if (Ask(generator.Request(), bundle, coverage) is { } disagreement)
                {
                    return disagreement;
                }
            }
        }

        return null;
    }

    private static Disagreement? Ask(ReferenceRequest request, Bundle bundle, Coverage coverage)
    {
        var given = new GeneratedCase(request, bundle.Generated);
        if (EvaluatorComparison.Differ(request, bundle, out var answer) is { } difference)
        {
            return new Disagreement(given, difference);
        }

        coverage.Add(given, answer);
        return null;
    }
}

/// <summary>A case on which the two evaluators differ.</summary>
internal sealed record Disagreement(GeneratedCase Case, string Difference)
{
    /// <summary>The smallest case that still differs, as a scenario.</summary>
    public override string ToString()
    {
        var small = Shrinker.Shrink(Case, c => EvaluatorComparison.Differ(c) is not null);
        return $"{EvaluatorComparison.Differ(small)}{Environment.NewLine}{CaseWriter.Scenario(small, Difference)}";
    }
}
