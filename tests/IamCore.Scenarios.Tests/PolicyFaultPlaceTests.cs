using IamCore.Policies;

namespace IamCore.Scenarios.Tests;

/// <summary>Errors of policy documents inside scenario files: path from the scenario, line and column of the file (PL-009, PL-019).</summary>
public sealed class PolicyFaultPlaceTests
{
    private const string Request = """ "request": { "principal": "*", "action": "a:B", "resource": "*" } """;

    [Theory]
    [InlineData("identity", "§[]", "InvalidType", "[0]")]
    [InlineData("identity", "§null", "InvalidType", "[0]")]
    [InlineData("identity", "§\"Readers\"", "InvalidType", "[0]")]
    [InlineData("identity", "{ \"name\": \"x\", \"document\": §[] }", "InvalidType", "[0].document")]
    [InlineData("identity", "{ \"name\": \"x\", \"document\": §{} }", "MissingStatement", "[0].document")]
    [InlineData("identity", "§{}", "MissingStatement", "[0]")]
    [InlineData("identity", "{ §\"name\": \"x\", \"Statement\": [] }", "UnknownElement", "[0].name")]
    [InlineData("identity", "{ \"Statement\": [\n  { \"Effect\": §\"allow\", \"Action\": \"*\", \"Resource\": \"*\" } ] }", "InvalidEffect", "[0].Statement[0].Effect")]
    [InlineData("identity", "{ \"document\": {\n \"Statement\":\n { \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", §\"Principal\": \"*\" } } }", "ElementNotAllowed", "[0].document.Statement.Principal")]
    [InlineData("resource", "{ \"Statement\": §{ \"Effect\": \"Allow\", \"Action\": \"*\" } }", "MissingPrincipal", "[0].Statement")]
    [InlineData("permissionsBoundary", "{ §\"Id\": \"x\", \"Statement\": [] }", "ElementNotAllowed", "[0].Id")]
    [InlineData("session", "{ \"Version\": §\"2020-01-01\", \"Statement\": [] }", "InvalidVersion", "[0].Version")]
    [InlineData("vpcEndpoint", "{ \"Statement\": [], §\"Statement\": [] }", "DuplicateKey", "[0].Statement")]
    [InlineData("identity", "{ \"Version\": §\"\\ud800\", \"Statement\": [] }", "InvalidJson", "[0]")]
    public void A_document_at_fault_is_told_at_its_place(string member, string policy, string code, string path)
    {
        var marked = $$"""{ "name": "é😀", {{Request}}, "policies": { "{{member}}": [ {{policy}} ] } }""";
        if (code == "InvalidJson")
        {
            var scenario = Assert.Single(ScenarioFile.Parse(Marked.Take(marked).Json));
            Assert.Equal((code, $"$.policies.{member}{path}"), (scenario.Fault!.Code, scenario.Fault.Path));
            return;
        }

        _ = Marked.AssertFault(marked, code, $"$.policies.{member}{path}");
    }

    [Theory]
    [InlineData("serviceControl", "§{ \"Statement\": [] }", "MissingVersion")]
    [InlineData("resourceControl", "§{ \"Statement\": [] }", "MissingVersion")]
    public void Documents_of_levels_have_both_indexes(string member, string policy, string code) => Marked.AssertFault(
        $$"""{ {{Request}}, "policies": { "{{member}}": [ [], [ {{policy}} ] ] } }""", code, $"$.policies.{member}[1][0]");

    [Fact]
    public void A_file_with_several_scenarios_counts_lines_from_its_start_and_paths_from_the_scenario()
    {
        var json = $$"""
            [
              { "name": "first", {{Request}} },
              { "name": "second", {{Request}},
                "policies": { "identity": [ { "Statement": [
                  { "Effect": "Allow", "Action": "s3", "Resource": "*" } ] } ] } }
            ]
            """;
        var fault = ScenarioFile.Parse(json).Last().Fault!;
        Assert.Equal(
            new ScenarioFault("InvalidAction", "\"s3\" is not an action: expected service:Name or *", "$.policies.identity[0].Statement[0].Action", 5, 38),
            fault);
    }

    /// <summary>PL-019: a line ends at any of the three ends, and a byte order mark is not counted.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_ends_a_line(string end)
    {
        var json = "\uFEFF" + string.Join(end, "{", "", Request + ",", """ "policies": { "identity": [ { "Statement":""", """  [ { "Effect": 5, "Action": "*", "Resource": "*" } ] } ] } }""");
        var fault = Assert.Single(ScenarioFile.Parse(json)).Fault!;
        Assert.Equal(("InvalidType", 5, 17), (fault.Code, fault.Line, fault.Column));
        Assert.Equal((1, 1), PlaceOf("\uFEFF§"));
        Assert.Equal((3, 2), PlaceOf($"{{{end}\"name\": 1,{end} §"));
    }

    [Fact]
    public void A_document_is_counted_from_its_own_first_brace()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels));
        static string? CodeOf(int levels) => Assert.Single(ScenarioFile.Parse(
            $$"""{ {{Request}}, "policies": { "identity": [ { "document": { "Statement": {{Nested(levels)}} } } ] } }""")).Fault?.Code;
        Assert.Equal("NestingTooDeep", CodeOf(32));
        Assert.Equal("InvalidType", CodeOf(31));
    }

    private static (int Line, int Column) PlaceOf(string marked)
    {
        var fault = Assert.Single(ScenarioFile.Parse(marked.Replace("§", "", StringComparison.Ordinal))).Fault!;
        return (fault.Line, fault.Column);
    }

    /// <summary>PL-014, EV-090.</summary>
    [Theory]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/app", PolicyType.Trust)]
    [InlineData("STS:assumerole", "arn:aws:iam::111122223333:role/app", PolicyType.Trust)]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:user/app", PolicyType.Resource)]
    [InlineData("iam:GetRole", "arn:aws:iam::111122223333:role/app", PolicyType.Resource)]
    public void A_resource_policy_is_a_trust_policy_when_a_role_is_to_be_assumed(string action, string resource, PolicyType expected)
    {
        // The policies stand first, so their type is known only from what follows.
        var json = $$"""
            { "policies": { "resource": [ { "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*" } } ] },
              "request": { "principal": "*", "action": "{{action}}", "resource": "{{resource}}" } }
            """;
        Assert.Equal(expected, Assert.Single(ScenarioFile.Parse(json)).Policies.Resource[0].Document.Type);
    }

    [Fact]
    public void An_element_that_trust_policies_forbid_is_told_even_beside_a_bad_principal()
    {
        const string Json = """
            { "policies": { "resource": [ { "Statement": { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" } } ] },
              "request": { "principal": "nobody", "action": "sts:AssumeRole", "resource": "arn:aws:iam::111122223333:role/app" } }
            """;
        Assert.Equal(["ElementNotAllowed", "InvalidRequestPrincipal"], Assert.Single(ScenarioFile.Parse(Json)).Faults.Select(f => f.Code));
    }

    [Fact]
    public void Every_member_of_policies_is_read_as_its_type()
    {
        const string Json = """
            { "request": { "principal": "*", "action": "a:B", "resource": "*" }, "policies": {
                "identity": [ { "name": "I", "document": { "Statement": [] } }, { "name": "", "document": { "Statement": [] } }, { "Statement": [] } ],
                "permissionsBoundary": [ { "Statement": [] } ], "session": [ { "Statement": [] } ], "resource": [ { "Statement": [] } ],
                "serviceControl": [ [ { "Version": "2012-10-17", "Statement": [] } ], [] ],
                "resourceControl": [ [], [ { "Version": "2012-10-17", "Statement": [] } ] ], "vpcEndpoint": [ { "Statement": [] } ] } }
            """;
        var scenario = Assert.Single(ScenarioFile.Parse(Json));
        Assert.Null(scenario.Fault);
        var policies = scenario.Policies;
        Assert.Equal(["I", "", null], policies.Identity.Select(p => p.Name));
        Assert.Equal(
            [PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.Resource, PolicyType.VpcEndpoint],
            new[] { policies.Identity, policies.PermissionsBoundary, policies.Session, policies.Resource, policies.VpcEndpoint }.Select(l => l[0].Document.Type));
        Assert.Equal([1, 0], policies.ServiceControl.Select(l => l.Count));
        Assert.Equal([0, 1], policies.ResourceControl.Select(l => l.Count));
        var compiled = policies.Compile();
        Assert.Equal(3, compiled.Identity[0].Policies.Count);
        Assert.Equal(2, compiled.ServiceControl.Length);
    }

    /// <summary>EV-034.</summary>
    [Fact]
    public void Empty_lists_mean_none_but_an_empty_level_is_a_level()
    {
        const string Json = """
            { "request": { "principal": "*", "action": "a:B", "resource": "*" }, "policies": { "identity": [],
                "permissionsBoundary": [], "session": [], "resource": [], "serviceControl": [ [] ], "resourceControl": [], "vpcEndpoint": [] } }
            """;
        var compiled = Assert.Single(ScenarioFile.Parse(Json)).Policies.Compile();
        Assert.Null(compiled.PermissionsBoundary);
        Assert.Null(compiled.Session);
        Assert.Null(compiled.Resource);
        Assert.Null(compiled.VpcEndpoint);
        Assert.Empty(compiled.Identity);
        Assert.Empty(compiled.ResourceControl);
        Assert.Empty(Assert.Single(compiled.ServiceControl).Policies);
    }
}
