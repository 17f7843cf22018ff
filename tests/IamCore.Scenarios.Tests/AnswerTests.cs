using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Scenarios.Tests;

/// <summary>How answers are written (scenario-format.md, Output).</summary>
public sealed class AnswerTests
{
    private const string Allow = """{ "Statement": { "Effect": "Allow", "Action": "docs:*", "Resource": "*" } }""";

    [Fact]
    public void The_example_of_the_format_decides_as_it_expects()
    {
        var result = Samples.Run(Samples.Example);
        Assert.Empty(result.Mismatches);
        Assert.Equal(
            """{"name":"developers read their own prefix","decision":"allow","deniedBy":[],"matched":["ReadOwn#AllowOwnPrefix"],"missingContext":[]}""",
            result.ToJson());
    }

    [Fact]
    public void A_scenario_without_a_name_has_an_answer_without_one() =>
        Assert.Equal("""{"decision":"allow","deniedBy":[],"matched":["identity[0]#0"],"missingContext":[]}""", Samples.Run(Samples.User(Allow)).ToJson());

    [Fact]
    public void An_empty_name_is_a_name() => Assert.StartsWith("""{"name":"",""", Samples.Run(Samples.User(Allow, "")).ToJson(), StringComparison.Ordinal);

    /// <summary>EV-110, EV-111, EV-113, EV-114: explicit deny, by several types, unnamed policies, keys in lower case and sorted.</summary>
    [Fact]
    public void A_deny_names_the_types_and_the_statements_by_name_or_place()
    {
        const string Json = """
            { "name": "é \"q\" <b>",
              "request": { "principal": "arn:aws:iam::123456789012:user/alice", "action": "docs:Read", "resource": "*" },
              "policies": {
                "identity": [ { "name": "", "document": { "Statement": [
                  { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "StringEquals": { "docs:Z": "1", "AWS:SourceIp": "x" } } },
                  { "Sid": "", "Effect": "Deny", "Action": "docs:*", "Resource": "*" } ] } } ],
                "serviceControl": [
                  [ { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*" } } ],
                  [ { "name": "Guard", "document": { "Version": "2012-10-17", "Statement": { "Sid": "No", "Effect": "Deny", "Action": "*", "Resource": "*" } } },
                    { "Version": "2012-10-17", "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" } } ] ] } }
            """;
        Assert.Equal(
            """{"name":"é \"q\" <b>","decision":"explicitDeny","deniedBy":["identity","serviceControl"],"matched":["identity[0]#1","Guard#No","serviceControl[1][1]#0"],"missingContext":["aws:sourceip","docs:z"]}""",
            Samples.Run(Json).ToJson());
    }

    /// <summary>EV-112.</summary>
    [Fact]
    public void An_implicit_deny_names_what_lacks_an_allow_and_no_statement()
    {
        const string Json = """
            { "request": { "principal": "arn:aws:iam::123456789012:user/alice", "action": "docs:Read", "resource": "*" },
              "policies": { "permissionsBoundary": [ { "Statement": [] } ] } }
            """;
        Assert.Equal("""{"decision":"implicitDeny","deniedBy":["identity","permissionsBoundary"],"matched":[],"missingContext":[]}""", Samples.Run(Json).ToJson());
    }

    [Fact]
    public void Every_policy_type_has_its_spelling() => Assert.Equal(
        ["identity", "permissionsBoundary", "session", "resource", "serviceControl", "resourceControl", "vpcEndpoint", "trust"],
        Enum.GetValues<PolicyType>().Select(Spelling.Of));

    [Fact]
    public void Every_decision_has_its_spelling() =>
        Assert.Equal(["allow", "explicitDeny", "implicitDeny"], new[] { Decision.Allow, Decision.ExplicitDeny, Decision.ImplicitDeny }.Select(Spelling.Of));

    [Fact]
    public void An_error_has_code_message_path_line_and_column_in_that_order()
    {
        const string Json = """
            { "name": "bad",
              "request": { "principal": "*", "action": "a:B", "resource": "*" },
              "policies": { "identity": [ { "document": {
                "Statement": [ { "Effect": "allow", "Action": "*", "Resource": "*" } ] } } ] } }
            """;
        Assert.Equal(
            """{"name":"bad","error":{"code":"InvalidEffect","message":"Effect must be \"Allow\" or \"Deny\", not \"allow\"","path":"$.policies.identity[0].document.Statement[0].Effect","line":4,"column":32}}""",
            Samples.Run(Json).ToJson());
    }

    [Fact]
    public void Text_that_is_not_JSON_has_no_name()
    {
        using var answer = JsonDocument.Parse(Samples.Run("""{ "name": "x", """).ToJson());
        Assert.Equal(["error"], answer.RootElement.EnumerateObject().Select(m => m.Name));
    }

    [Fact]
    public void A_refused_scenario_has_the_name_it_could_be_read_with() =>
        Assert.StartsWith("""{"name":"x","error":{"code":"InvalidScenario",""", Samples.Run("""{ "expect": 1, "name": "x" }""").ToJson(), StringComparison.Ordinal);

    /// <summary>EV-012: a request that does not say its time is asked at the runner's.</summary>
    [Theory]
    [InlineData("2026-01-31T09:30:00Z", Decision.Allow)]
    [InlineData("2026-02-01T00:00:00Z", Decision.ImplicitDeny)]
    public void The_clock_gives_the_time(string now, Decision expected)
    {
        var scenario = Assert.Single(ScenarioFile.Parse(Samples.User(
            """{ "Statement": { "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "DateLessThan": { "aws:CurrentTime": "2026-02-01T00:00:00Z" } } } }""")));
        var result = ScenarioRunner.Run(scenario, new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected, result.Explanation!.Decision.Decision);
    }
}
