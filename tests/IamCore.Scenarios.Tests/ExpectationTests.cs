namespace IamCore.Scenarios.Tests;

/// <summary>Which answers count as expected (scenario-format.md, <c>expect</c>).</summary>
public sealed class ExpectationTests
{
    private const string Policy =
        """{ "name": "P", "document": { "Statement": { "Sid": "S", "Effect": "Allow", "Action": "docs:Read", "Resource": "*", "Condition": { "StringNotEquals": { "docs:Kind": "secret" } } } } }""";

    private const string Broken = """{ "Statement": 1 }""";

    [Theory]
    [InlineData("""{ "decision": "allow" }""")]
    [InlineData("""{ "decision": "allow", "deniedBy": [] }""")]
    [InlineData("""{ "decision": "allow", "deniedBy": [], "matched": ["P#S"], "missingContext": ["docs:kind"] }""")]
    [InlineData("""{ "decision": "implicitDeny" }""", "decision: expected implicitDeny, got allow")]
    [InlineData("""{ "decision": "allow", "deniedBy": ["identity"] }""", """deniedBy: expected ["identity"], got []""")]
    [InlineData("""{ "decision": "allow", "matched": [] }""", """matched: expected [], got ["P#S"]""")]
    [InlineData("""{ "decision": "allow", "matched": ["P#S", "P#S"] }""", """matched: expected ["P#S", "P#S"], got ["P#S"]""")]
    [InlineData("""{ "decision": "allow", "missingContext": [] }""", """missingContext: expected [], got ["docs:kind"]""")]
    [InlineData(
        """{ "decision": "explicitDeny", "matched": [], "missingContext": [] }""",
        "decision: expected explicitDeny, got allow",
        """matched: expected [], got ["P#S"]""",
        """missingContext: expected [], got ["docs:kind"]""")]
    [InlineData("""{ "error": "InvalidEffect" }""", "error: expected InvalidEffect, got allow")]
    public void A_decision_is_compared_member_by_member(string expect, params string[] mismatches)
    {
        var result = Samples.Run(Samples.User(Policy, expect: expect));
        Assert.Equal(mismatches, result.Mismatches.Select(m => m.ToString()));
        Assert.Equal(mismatches.Length == 0, result.IsAsExpected);
    }

    [Theory]
    [InlineData("""{ "error": "InvalidType" }""", true)]
    [InlineData("""{ "error": "InvalidJson" }""", false)]
    [InlineData("""{ "error": "InvalidScenario" }""", false)]
    [InlineData("""{ "decision": "implicitDeny" }""", false)]
    public void A_refusal_is_expected_only_where_the_first_error_has_the_code(string expect, bool isExpected) =>
        Assert.Equal(isExpected, Samples.Run(Samples.User(Broken, expect: expect)).IsAsExpected);

    [Fact]
    public void A_refusal_of_a_scenario_that_expects_nothing_is_not_as_expected() => Assert.False(Samples.Run(Samples.User(Broken)).IsAsExpected);

    [Fact]
    public void A_decision_of_a_scenario_that_expects_nothing_is() => Assert.True(Samples.Run(Samples.User(Policy)).IsAsExpected);

    [Fact]
    public void A_failure_tells_what_was_expected_what_came_and_why()
    {
        var text = Samples.Run(Samples.User(Policy, "n", expect: """{ "decision": "explicitDeny" }""")).Describe();
        Assert.Contains("decision: expected explicitDeny, got allow", text, StringComparison.Ordinal);
        Assert.Contains("allowed by P#S", text, StringComparison.Ordinal);
        Assert.Contains("""+ Condition    StringNotEquals docs:Kind: request has none, policy "secret" """.TrimEnd(), text, StringComparison.Ordinal);
    }
}
