namespace IamCore.Scenarios.Tests;

/// <summary>What a scenario file may hold, and the errors of the scenario itself (scenario-format.md, Input).</summary>
public sealed class ScenarioShapeTests
{
    private const string Request = """ "request": { "principal": "*", "action": "a:B", "resource": "*" } """;

    [Theory]
    [InlineData("{ %r }", 1)]
    [InlineData("[ { %r }, { %r } ]", 2)]
    [InlineData("[]", 0)]
    [InlineData("""{ "scenarios": [ { %r }, { %r }, { %r } ] }""", 3)]
    [InlineData("""{ "scenarios": [] }""", 0)]
    [InlineData("\uFEFF{ %r }", 1)]
    public void A_file_holds_one_scenario_or_an_array_of_them(string json, int count)
    {
        var scenarios = ScenarioFile.Parse(json.Replace("%r", Request, StringComparison.Ordinal)).ToList();
        Assert.Equal(count, scenarios.Count);
        Assert.All(scenarios, s => Assert.Null(s.Fault));
    }

    [Fact]
    public void Only_the_request_is_required()
    {
        var scenario = Assert.Single(ScenarioFile.Parse($"{{ {Request} }}"));
        Assert.Null(scenario.Name);
        Assert.Null(scenario.Expected);
        Assert.Equal("a:B", scenario.Request!.Action.ToString());
        Assert.Empty(scenario.Request.Context);
        Assert.True(scenario.Request.ResourceAccount.IsNone);
        Assert.Equal(ScenarioPolicies.None, scenario.Policies);
    }

    [Theory]
    [InlineData("§garbage", "$")]
    [InlineData("§", "$")]
    [InlineData("""{ %r§""", "$")]
    [InlineData("""{ %r } §{ %r }""", "$")]
    [InlineData("""{ %r, "name": §'single' }""", "$")]
    [InlineData("""{ %r, §}""", "$")]
    [InlineData("""{ §// note""", "$")]
    [InlineData("§5", "$")]
    [InlineData("§null", "$")]
    [InlineData("""§"text" """, "$")]
    [InlineData("§{}", "$")]
    [InlineData("[ { %r }, §5 ]", "$")]
    [InlineData("""{ %r, §"Name": "x" }""", "$.Name")]
    [InlineData("""{ %r, §"expects": {} }""", "$.expects")]
    [InlineData("""{ %r, §"a b": {} }""", "$[\"a b\"]")]
    [InlineData("""{ "name": "x", §"name": "x", %r }""", "$.name")]
    [InlineData("""{ "name": §null, %r }""", "$.name")]
    [InlineData("""{ "name": §5, %r }""", "$.name")]
    [InlineData("""{ "name": §"\ud800", %r }""", "$.name")]
    [InlineData("""{ "request": §[] }""", "$.request")]
    [InlineData("""{ "request": §null }""", "$.request")]
    [InlineData("""{ "request": §{ "action": "a:B", "resource": "*" } }""", "$.request")]
    [InlineData("""{ "request": §{ "principal": "*", "resource": "*" } }""", "$.request")]
    [InlineData("""{ "request": §{ "principal": "*", "action": "a:B" } }""", "$.request")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", "resource": "*", §"time": 1 } }""", "$.request.time")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", §"action": "a:B", "resource": "*" } }""", "$.request.action")]
    [InlineData("""{ "request": { "principal": "*", "action": §5, "resource": "*" } }""", "$.request.action")]
    [InlineData("""{ "request": { "principal": "*", "action": §["a:B"], "resource": "*" } }""", "$.request.action")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", "resource": §null } }""", "$.request.resource")]
    [InlineData("""{ "request": { "principal": §7, "action": "a:B", "resource": "*" } }""", "$.request.principal")]
    [InlineData("""{ "request": { "principal": §["*"], "action": "a:B", "resource": "*" } }""", "$.request.principal")]
    [InlineData("""{ "request": { "principal": { "service": §5 }, "action": "a:B", "resource": "*" } }""", "$.request.principal.service")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "resourceAccount": §123456789012 } }""", "$.request.resourceAccount")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "context": §[] } }""", "$.request.context")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "context": §null } }""", "$.request.context")]
    [InlineData("""{ %r, "policies": §[] }""", "$.policies")]
    [InlineData("""{ %r, "policies": { §"identities": [] } }""", "$.policies.identities")]
    [InlineData("""{ %r, "policies": { §"trust": [] } }""", "$.policies.trust")]
    [InlineData("""{ %r, "policies": { "identity": §{} } }""", "$.policies.identity")]
    [InlineData("""{ %r, "policies": { "identity": [], §"identity": [] } }""", "$.policies.identity")]
    [InlineData("""{ %r, "policies": { "serviceControl": [ §{} ] } }""", "$.policies.serviceControl[0]")]
    [InlineData("""{ %r, "policies": { "resourceControl": §null } }""", "$.policies.resourceControl")]
    [InlineData("""{ %r, "policies": { "identity": [ { "document": %d, §"id": 1 } ] } }""", "$.policies.identity[0].id")]
    [InlineData("""{ %r, "policies": { "identity": [ { "document": %d, §"document": %d } ] } }""", "$.policies.identity[0].document")]
    [InlineData("""{ %r, "policies": { "identity": [ { "name": §1, "document": %d } ] } }""", "$.policies.identity[0].name")]
    [InlineData("""{ %r, "expect": §"allow" }""", "$.expect")]
    [InlineData("""{ %r, "expect": §{} }""", "$.expect")]
    [InlineData("""{ %r, "expect": { "decision": §"Allow" } }""", "$.expect.decision")]
    [InlineData("""{ %r, "expect": { "decision": §true } }""", "$.expect.decision")]
    [InlineData("""{ %r, "expect": { "decision": "allow", §"denied": [] } }""", "$.expect.denied")]
    [InlineData("""{ %r, "expect": { "decision": "allow", "deniedBy": §"identity" } }""", "$.expect.deniedBy")]
    [InlineData("""{ %r, "expect": { "decision": "allow", "deniedBy": [ §"Identity" ] } }""", "$.expect.deniedBy[0]")]
    [InlineData("""{ %r, "expect": { "decision": "allow", "matched": [ "x", §1 ] } }""", "$.expect.matched[1]")]
    [InlineData("""{ %r, "expect": { "decision": "allow", "missingContext": §null } }""", "$.expect.missingContext")]
    [InlineData("""{ %r, "expect": { "error": §"NoSuchCode" } }""", "$.expect.error")]
    [InlineData("""{ %r, "expect": { "error": §"1" } }""", "$.expect.error")]
    [InlineData("""{ %r, "expect": { "error": "InvalidType", "decision": §"allow" } }""", "$.expect.decision")]
    [InlineData("""{ "scenarios": §{} }""", "$.scenarios")]
    [InlineData("""{ "scenarios": [ { %r } ], §"version": 1 }""", "$.version")]
    public void A_scenario_that_is_itself_at_fault_is_InvalidScenario(string marked, string path)
    {
        const string Document = """{ "Statement": [] }""";
        marked = marked.Replace("%r", Request, StringComparison.Ordinal).Replace("%d", Document, StringComparison.Ordinal);
        if (marked.StartsWith('['))
        {
            var (json, line, column) = Marked.Take(marked);
            var fault = ScenarioFile.Parse(json).Last().Fault!;
            Assert.Equal((ScenarioFault.InvalidScenario, path, line, column), (fault.Code, fault.Path, fault.Line, fault.Column));
            return;
        }

        _ = Marked.AssertFault(marked, ScenarioFault.InvalidScenario, path);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_not_JSON()
    {
        byte[] utf8 = [.. "{\n \"name\": \"é"u8, 0xFF, .. "\" }"u8];
        var fault = Assert.Single(ScenarioFile.Parse(utf8)).Fault!;
        Assert.Equal((ScenarioFault.InvalidScenario, "$", 2, 12), (fault.Code, fault.Path, fault.Line, fault.Column));
    }

    [Fact]
    public void One_scenario_at_fault_leaves_the_others_alone()
    {
        var scenarios = ScenarioFile.Parse($$"""[ { "name": "a", {{Request}} }, { "name": "b" }, { "name": "c", {{Request}} } ]""").ToList();
        Assert.Equal(["a", "b", "c"], scenarios.Select(s => s.Name));
        Assert.Equal([false, true, false], scenarios.Select(s => s.Fault is not null));
    }

    [Fact]
    public void All_errors_are_told_and_the_first_in_document_order_is_the_answer()
    {
        const string Json = """
            { "expect": { "decision": "maybe" },
              "policies": { "identity": [ { "Statement": [ { "Effect": "allow", "Action": "s3", "Resource": "*" } ] } ],
                            "boundary": [] },
              "request": { "resource": "x", "action": "GetObject", "principal": "alice", "context": { "a:b": null } } }
            """;
        var scenario = Assert.Single(ScenarioFile.Parse(Json));
        Assert.Equal(
            [
                "InvalidScenario $.expect.decision",
                "InvalidEffect $.policies.identity[0].Statement[0].Effect",
                "InvalidAction $.policies.identity[0].Statement[0].Action",
                "InvalidScenario $.policies.boundary",
                "InvalidRequestResource $.request.resource",
                "InvalidRequestAction $.request.action",
                "InvalidRequestPrincipal $.request.principal",
                "InvalidContextValue $.request.context[\"a:b\"]",
            ],
            scenario.Faults.Select(f => $"{f.Code} {f.Path}"));
        Assert.Same(scenario.Faults[0], scenario.Fault);
    }

    [Fact]
    public void Names_may_be_written_with_escapes()
    {
        var scenario = Assert.Single(ScenarioFile.Parse(
            """{ "na\u006de": "a\u0062c", "request": { "principal": "*", "action": "a:B", "resource": "*", "context": { "a:\u0063": "\"" } } }"""));
        Assert.Equal("abc", scenario.Name);
        Assert.Equal("\"", scenario.Request!.Context["a:c"].Text);
    }

    [Fact]
    public void Depth_outside_of_policies_is_no_limit_and_no_danger()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        var fault = Assert.Single(ScenarioFile.Parse($$"""{ "name": {{deep}}, {{Request}} }""")).Fault!;
        Assert.Equal("$.name", fault.Path);
    }
}
