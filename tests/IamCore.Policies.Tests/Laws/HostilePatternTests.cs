using System.Diagnostics;
using IamCore.Tests.Isolation;

namespace IamCore.Policies.Tests.Laws;

/// <summary>
/// Matching takes time in proportion to pattern × text (PL-077). A sixteen times longer text must not take more than sixty-four times as long: a quadratic
/// matcher takes two hundred and fifty-six times as long, an exponential one never ends.
/// </summary>
[Collection(nameof(Alone))]
public sealed class HostilePatternTests
{
    /// <summary>The second does not fail at its end, which some matchers look at first.</summary>
    private static readonly string[] Patterns = ["a*a*a*a*a*a*a*a*b", "*a*a*a*a*a*a*a*ab*a"];

    /// <summary>Both so short that some evaluations are never interrupted, however busy the machine.</summary>
    private const int Short = 1_000;
    private const int Long = 16 * Short;
    private const int Longest = 100_000;

    [Fact, Rule("PL-077"), Rule("PL-066")]
    public void Stars_in_an_action_cost_no_more_than_pattern_times_text() => AssertProportional(
        """{"Effect":"Allow","Action":"svc:PATTERN","Resource":"*"}""",
        length => Request($"svc:{new string('a', length)}", "arn:aws:svc:::x", ""));

    [Fact, Rule("PL-077"), Rule("PL-080")]
    public void Stars_in_a_resource_cost_no_more_than_pattern_times_text() => AssertProportional(
        """{"Effect":"Allow","Action":"svc:Get","Resource":"arn:aws:svc:::PATTERN"}""",
        length => Request("svc:Get", $"arn:aws:svc:::{new string('a', length)}", ""));

    [Fact, Rule("PL-077"), Rule("PL-089")]
    public void Stars_beside_a_variable_cost_no_more_than_pattern_times_text() => AssertProportional(
        """{"Effect":"Allow","Action":"svc:Get","Resource":"arn:aws:svc:::a*${app:s}*a*a*a*a*b"}""",
        length => Request("svc:Get", $"arn:aws:svc:::{new string('a', length)}", "aaa"));

    [Fact, Rule("PL-077"), Rule("PL-137")]
    public void Stars_under_StringLike_cost_no_more_than_pattern_times_text() => AssertProportional(
        """{"Effect":"Allow","Action":"svc:Get","Resource":"*","Condition":{"StringLike":{"app:s":"PATTERN"}}}""",
        length => Request("svc:Get", "arn:aws:svc:::x", new string('a', length)));

    [Fact, Rule("PL-077"), Rule("PL-161")]
    public void Stars_under_ArnLike_cost_no_more_than_pattern_times_text() => AssertProportional(
        """{"Effect":"Allow","Action":"svc:Get","Resource":"*","Condition":{"ArnLike":{"app:s":"arn:aws:svc:::PATTERN"}}}""",
        length => Request("svc:Get", "arn:aws:svc:::x", $"arn:aws:svc:::{new string('a', length)}"));

    private static void AssertProportional(string statement, Func<int, AccessRequest> request)
    {
        foreach (var pattern in Patterns)
        {
            AssertStatementProportional(statement.Replace("PATTERN", pattern, StringComparison.Ordinal), request);
        }
    }

    private static void AssertStatementProportional(string statement, Func<int, AccessRequest> request)
    {
        var document = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{statement}}}""", PolicyType.Identity);
        var policies = new ApplicablePolicies { Identity = [PolicySet.Compile(document)] };
        var (brief, full, longest) = (request(Short), request(Long), request(Longest));
        Assert.Equal(Decision.ImplicitDeny, PolicyEvaluator.Evaluate(in longest, in policies).Decision);
        var ratio = double.MaxValue;
        for (var attempt = 0; attempt < 20 && ratio > 64; attempt++)
        {
            ratio = Math.Min(ratio, (double)Quickest(in full, in policies) / Quickest(in brief, in policies));
        }

        Assert.True(ratio <= 64, $"a text 16 times as long takes {ratio:0} times as long");
    }

    /// <summary>Ticks of the quickest of several evaluations: the one that nothing interrupted.</summary>
    private static long Quickest(in AccessRequest request, in ApplicablePolicies policies)
    {
        var quickest = long.MaxValue;
        for (var i = 0; i < 12; i++)
        {
            var start = Stopwatch.GetTimestamp();
            PolicyEvaluator.Evaluate(in request, in policies);
            quickest = Math.Min(quickest, Stopwatch.GetTimestamp() - start);
        }

        return Math.Max(1, quickest);
    }

    private static AccessRequest Request(string action, string resource, string text) => new(
        Principal.Parse("arn:aws:iam::111111111111:user/a"), ActionName.Parse(action), ResourceName.Parse(resource), new RequestContext { ["app:s"] = text });
}
