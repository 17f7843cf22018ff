using IamCore.Policies.Tests.Agreement;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Vectors;

public sealed class VectorTests
{
    [Fact]
    public void Every_vector_holds_for_the_reference() => AllMeet(Reference);

    [Fact]
    public void Every_vector_holds_for_the_compiled_evaluator() => AllMeet(Compiled);

    [Fact]
    public void All_vectors_of_the_specification_are_there() => Assert.True(VectorFiles.All.Count >= 702, $"only {VectorFiles.All.Count} scenarios");

    private static AnswerText Compiled(ReferenceScenario scenario)
    {
        var isTrust = ReferenceEvaluator.IsTrustRequest(scenario.Request.Action, scenario.Request.Resource);
        var policies = ScenarioText.Load(scenario.Policies, isTrust, out var error);
        return CompiledSide.Request(scenario.Request, out var refusal) is not { } request ? AnswerText.Refused(refusal!)
            : policies is null ? AnswerText.Refused(error!)
            : AnswerText.Of(PolicyEvaluator.Explain(in request, CompiledSide.Policies(policies, isTrust)));
    }

    private static AnswerText Reference(ReferenceScenario scenario)
    {
        var isTrust = ReferenceEvaluator.IsTrustRequest(scenario.Request.Action, scenario.Request.Resource);
        var policies = ScenarioText.Load(scenario.Policies, isTrust, out var error);
        var answer = AnswerText.Of(ReferenceEvaluator.Evaluate(scenario.Request, policies ?? new ReferencePolicies()));
        return answer.Error is null && error is not null ? AnswerText.Refused(error) : answer;
    }

    private static void AllMeet(Func<ReferenceScenario, AnswerText> evaluate)
    {
        var misses = new List<string>();
        foreach (var (file, reading) in VectorFiles.All)
        {
            var answer = reading.Scenario is null ? AnswerText.Refused(reading.Error!) : evaluate(reading.Scenario);
            if (reading.Expect is { } expect && answer.Misses(expect) is { } miss)
            {
                misses.Add($"{file}: {reading.Name}: {miss}");
            }
        }

        Assert.True(misses.Count == 0, $"{misses.Count} scenarios fail:{Environment.NewLine}{string.Join(Environment.NewLine, misses)}");
    }
}
