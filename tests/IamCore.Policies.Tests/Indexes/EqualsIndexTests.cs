using System.Globalization;
using System.Text;

namespace IamCore.Policies.Tests.Indexes;

/// <summary>Hundreds of statements that differ by what one key must equal: the request's value leads to them (PL-101, PL-115, PL-123).</summary>
public sealed class EqualsIndexTests
{
    private const string Team = "aws:PrincipalTag/team";

    [Theory]
    [InlineData("team-0", Decision.Allow)]
    [InlineData("team-299", Decision.Allow)]
    [InlineData("other-299", Decision.Allow)]
    [InlineData("team-300", Decision.ImplicitDeny)]
    [InlineData("Team-0", Decision.ImplicitDeny)]
    [InlineData("", Decision.ImplicitDeny)]
    public void The_value_leads_to_its_statement(string team, Decision expected) =>
        Assert.Equal(expected, Decide(Set("Allow", "*", i => $$"""{"StringEquals":{"{{Team}}":["team-{{i}}","other-{{i}}"]} }"""), Tagged(team)));

    [Fact]
    public void An_absent_key_leads_nowhere()
    {
        Assert.Equal(Decision.ImplicitDeny, Decide(Set("Allow", "*", i => $$"""{"StringEquals":{"{{Team}}":"team-{{i}}"} }"""), new RequestContext()));
        Assert.Equal(Decision.Allow, Decide(Set("Allow", "*", i => $$"""{"StringEqualsIfExists":{"{{Team}}":"team-{{i}}"} }"""), new RequestContext()));
    }

    /// <summary>PL-123: ill-posed, so denies hold and allows do not.</summary>
    [Fact]
    public void Several_values_fail_closed()
    {
        var several = new RequestContext { [Team] = ContextValue.Many("x", "team-1") };
        string Condition(int i) => $$"""{"StringEquals":{"{{Team}}":"team-{{i}}"} }""";
        Assert.Equal(Decision.ImplicitDeny, Decide(Set("Allow", "*", Condition), several));
        Assert.Equal(Decision.ExplicitDeny, Decide(Set("Deny", "*", Condition), several));
    }

    [Fact]
    public void Nothing_is_allocated_whatever_the_key_has()
    {
        var set = Set("Deny", "*", i => $$"""{"StringEquals":{"{{Team}}":["team-{{i}}","all"]} }""");
        foreach (var context in new RequestContext[] { [], Tagged("team-7"), Tagged("all"), Tagged("none"), new() { [Team] = ContextValue.Many("x", "y") } })
        {
            var request = Request(context);
            var policies = new ApplicablePolicies { Identity = [set] };
            var least = long.MaxValue;
            for (var round = 0; round < 20; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                PolicyEvaluator.Evaluate(in request, in policies);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        }
    }

    [Fact]
    public void The_other_conditions_of_the_statement_count()
    {
        var set = Set("Allow", "*", i => $$"""{"StringEquals":{"{{Team}}":"team-{{i}}","app:n":"{{i + 1}}"} }""");
        Assert.Equal(Decision.Allow, Decide(set, new RequestContext { [Team] = "team-7", ["app:n"] = "8" }));
        Assert.Equal(Decision.ImplicitDeny, Decide(set, new RequestContext { [Team] = "team-7", ["app:n"] = "7" }));
    }

    [Fact]
    public void A_key_is_asked_for_once_and_only_where_action_and_resource_match()
    {
        string Condition(int i) => $$"""{"StringEquals":{"{{Team}}":"team-{{i}}"} }""";
        var context = new Counting("team-1");
        Assert.Equal(Decision.Allow, Decide(Set("Allow", "arn:aws:s3:::b/*", Condition), context));
        Assert.Equal(1, context.Asked);

        context = new Counting("team-1");
        Assert.Equal(Decision.ImplicitDeny, Decide(Set("Allow", "arn:aws:s3:::c/*", Condition), context));
        Assert.Equal(Decision.ImplicitDeny, Decide(Set("Allow", "arn:aws:s3:::b/*-none", Condition), context));
        Assert.Equal(Decision.ImplicitDeny, Decide(Set("Allow", "*", Condition, "s3:PutObject"), context));
        Assert.Equal(0, context.Asked);
    }

    [Fact]
    public void A_variable_among_the_values_is_a_value_like_any_other()
    {
        var set = Set("Allow", "*", i => i == 150
            ? $$"""{"StringEquals":{"{{Team}}":["x","${aws:PrincipalTag/alias}"]} }"""
            : $$"""{"StringEquals":{"{{Team}}":"team-{{i}}"} }""");
        Assert.Equal(Decision.Allow, Decide(set, new RequestContext { [Team] = "blue", ["aws:PrincipalTag/alias"] = "blue" }));
        Assert.Equal(Decision.Allow, Decide(set, Tagged("team-151")));
        Assert.Equal(Decision.ImplicitDeny, Decide(set, Tagged("blue")));
    }

    private static RequestContext Tagged(string team) => new() { [Team] = team };

    private static PolicySet Set(string effect, string resource, Func<int, string> condition, string action = "s3:GetObject")
    {
        var text = new StringBuilder("""{"Version":"2012-10-17","Statement":[""");
        for (var i = 0; i < 300; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""{"Effect":"{{effect}}","Action":"{{action}}","Resource":"{{resource}}","Condition":{{condition(i)}}}""");
        }

        return PolicySet.Compile(PolicyDocument.Parse(text.Append("]}").ToString(), PolicyType.Identity));
    }

    private static Decision Decide(PolicySet set, IRequestContext context) =>
        PolicyEvaluator.Evaluate(Request(context), new ApplicablePolicies { Identity = [set] }).Decision;

    private static AccessRequest Request(IRequestContext context) => new(
        Principal.Parse("arn:aws:iam::111111111111:role/App"), ActionName.Parse("s3:GetObject"), ResourceName.Parse("arn:aws:s3:::b/k"), context, default);

    private sealed class Counting(string team) : IRequestContext
    {
        public int Asked { get; private set; }

        public ContextValue Find(ContextKey key)
        {
            Asked++;
            return key.Equals(ContextKey.Of(Team)) ? ContextValue.From(team) : default;
        }
    }
}
