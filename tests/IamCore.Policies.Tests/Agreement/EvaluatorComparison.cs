using IamCore.Policies.Tests.Generation;
using IamCore.Policies.Tests.Vectors;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Agreement;

/// <summary>Puts one question to both evaluators.</summary>
internal static class EvaluatorComparison
{
    /// <summary>How the answers differ; null where they agree.</summary>
    public static string? Differ(ReferenceRequest given, Bundle bundle, out ReferenceAnswer reference)
    {
        reference = ReferenceEvaluator.Evaluate(given, bundle.Reference);
        if (CompiledSide.Request(given, out var error) is not { } request)
        {
            return error == reference.Error ? null : $"error: reference [{reference.Error}], compiled [{error}]";
        }

        if (reference.Error is not null)
        {
            return $"error: reference [{reference.Error}], compiled none";
        }

        var expected = AnswerText.Of(reference);
        var decision = PolicyEvaluator.Evaluate(in request, bundle.Compiled);
        if (AnswerText.Name(decision.Decision) != expected.Decision || AnswerText.Join(decision.DeniedBy) != expected.DeniedBy)
        {
            return $"decision: reference [{expected.Decision}; {expected.DeniedBy}], compiled [{AnswerText.Name(decision.Decision)}; {AnswerText.Join(decision.DeniedBy)}]";
        }

        var explained = AnswerText.Of(PolicyEvaluator.Explain(in request, bundle.Compiled));
        return explained == expected ? null : $"explanation: reference {expected}, compiled {explained}";
    }

    /// <summary>The same for a whole case; an exception of the compiled evaluator is a difference too.</summary>
    public static string? Differ(GeneratedCase given)
    {
        var isTrust = ReferenceEvaluator.IsTrustRequest(given.Request.Action, given.Request.Resource);
        return Differ(given.Request, Bundle.Read(given.Policies, isTrust), out _);
    }
}
