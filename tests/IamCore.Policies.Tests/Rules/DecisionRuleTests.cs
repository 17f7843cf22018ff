using IamCore.Policies.Tests.Agreement;
using IamCore.Policies.Tests.Vectors;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Rules;

/// <summary>Rules about how policies combine that no vector is named after. Both evaluators are asked.</summary>
public sealed class DecisionRuleTests
{
    private const string User = "arn:aws:iam::111122223333:user/a";
    private const string Object = "arn:aws:s3:::b/x";

    [Theory, Rule("EV-020"), Rule("EV-022")]
    [InlineData("", "implicitDeny by identity")]
    [InlineData("""{"Effect":"Allow","Action":"s3:Get","Resource":"*"}""", "allow by ")]
    [InlineData("""{"Effect":"Deny","Action":"s3:Get","Resource":"*"}""", "explicitDeny by identity")]
    [InlineData("""{"Effect":"Allow","Action":"s3:Get","Resource":"*"},{"Effect":"Deny","Action":"s3:Get","Resource":"*"}""", "explicitDeny by identity")]
    public void A_request_is_refused_unless_allowed(string statements, string expected) =>
        Assert.Equal(expected, Decide(User, identity: statements));

    /// <summary>One part after the other fails; only where all match the statement counts.</summary>
    [Theory, Rule("PL-030")]
    [InlineData("s3:Get", "*", "true", "111122223333", "allow by ")]
    [InlineData("s3:Put", "*", "true", "111122223333", "implicitDeny by identity")]
    [InlineData("s3:Get", "arn:aws:s3:::c", "true", "111122223333", "implicitDeny by identity")]
    [InlineData("s3:Get", "*", "false", "111122223333", "implicitDeny by identity")]
    [InlineData("s3:Get", "*", "true", "arn:aws:iam::111122223333:user/b", "implicitDeny by identity")]
    public void A_statement_matches_when_all_its_parts_match(string action, string resource, string wanted, string principal, string expected)
    {
        var rest = $$"""
            "Action":"{{action}}","Resource":"{{resource}}","Condition":{"Null":{"app:gone":"{{wanted}}"} } }
            """;
        Assert.Equal(
            expected == "allow by " ? "explicitDeny by resource" : expected,
            Decide(User, resource: $$"""{"Effect":"Deny","Principal":{"AWS":"{{principal}}"},{{rest}}"""));
    }

    /// <summary>A user named directly and by account: each alone, and both.</summary>
    [Theory, Rule("EV-043"), Rule("EV-059")]
    [InlineData("\"111122223333\"", "implicitDeny by identity")]
    [InlineData("\"arn:aws:iam::111122223333:root\"", "implicitDeny by identity")]
    [InlineData("\"arn:aws:iam::111122223333:user/a\"", "allow by ")]
    [InlineData("[\"111122223333\",\"arn:aws:iam::111122223333:user/a\"]", "allow by ")]
    public void An_account_entry_alone_grants_nobody_of_its_account(string entries, string expected) =>
        Assert.Equal(expected, Decide(User, resource: $$"""{"Effect":"Allow","Principal":{"AWS":{{entries}} },"Action":"s3:Get"}"""));

    /// <summary>Trust requests, KMS keys and what the host declares: the identity policy alone does not grant.</summary>
    [Theory, Rule("EV-050")]
    [InlineData("s3:Get", Object, false, "allow by ")]
    [InlineData("s3:Get", Object, true, "implicitDeny by resource")]
    [InlineData("kms:Decrypt", "arn:aws:kms:eu:111122223333:key/1", false, "implicitDeny by resource")]
    [InlineData("kms:Decrypt", "arn:aws:kms:eu:111122223333:alias/1", false, "allow by ")]
    [InlineData("s3:Get", "arn:aws:kms:eu:111122223333:key/1", false, "allow by ")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/R", false, "implicitDeny by trust")]
    [InlineData("sts:GetSessionToken", "arn:aws:iam::111122223333:role/R", false, "allow by ")]
    public void A_strict_resource_must_grant_itself(string action, string resource, bool isDeclared, string expected) =>
        Assert.Equal(expected, Decide(User, identity: """{"Effect":"Allow","Action":"*","Resource":"*"}""", action: action, on: resource, isStrict: isDeclared));

    [Theory, Rule("EV-104"), Rule("PL-060")]
    [InlineData("", "allow by ")]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*"}""", "explicitDeny by resource")]
    public void A_boundary_ends_the_exemption_of_NotPrincipal(string boundary, string expected) => Assert.Equal(
        expected,
        Decide(
            User,
            identity: """{"Effect":"Allow","Action":"*","Resource":"*"}""",
            boundary: boundary,
            resource: """{"Effect":"Deny","Action":"*","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/a"]}}"""));

    /// <summary>Every type sees the same keys: a condition on a derived key holds in each of them.</summary>
    [Fact, Rule("EV-015")]
    public void The_context_is_the_same_for_every_policy()
    {
        const string Condition = "\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\"a\"}}}";
        var allow = "{\"Effect\":\"Allow\"," + Condition;
        Assert.Equal("allow by ", Decide(User, identity: allow, boundary: allow, endpoint: "{\"Effect\":\"Allow\",\"Principal\":\"*\"," + Condition));
        Assert.Equal("explicitDeny by resource", Decide(User, identity: allow, resource: "{\"Effect\":\"Deny\",\"Principal\":\"*\"," + Condition));
    }

    [Theory, Rule("EV-014")]
    [InlineData("aws:MultiFactorAuthAge")]
    [InlineData("aws:TokenIssueTime")]
    [InlineData("aws:PrincipalTag/T")]
    [InlineData("aws:RequestTag/T")]
    [InlineData("aws:TagKeys")]
    [InlineData("aws:ResourceTag/T")]
    [InlineData("aws:SourceIdentity")]
    [InlineData("aws:FederatedProvider")]
    [InlineData("aws:PrincipalOrgID")]
    [InlineData("aws:ResourceOrgID")]
    [InlineData("aws:PrincipalServiceNamesList")]
    [InlineData("aws:SourceArn")]
    [InlineData("aws:SourceAccount")]
    [InlineData("aws:CalledVia")]
    [InlineData("aws:SourceIp")]
    [InlineData("aws:SourceVpc")]
    [InlineData("aws:SecureTransport")]
    [InlineData("aws:UserAgent")]
    [InlineData("sts:ExternalId")]
    [InlineData("sts:RoleSessionName")]
    public void A_key_that_only_the_host_knows_is_absent_without_it(string key)
    {
        foreach (var caller in (string[])[User, "arn:aws:iam::111122223333:role/R", "arn:aws:sts::111122223333:assumed-role/R/s"])
        {
            Assert.Equal(
                "allow by ",
                Decide(caller, identity: $$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Null":{"{{key}}":"true"} } }"""));
        }
    }

    private static string Decide(
        string caller,
        string identity = "",
        string resource = "",
        string boundary = "",
        string endpoint = "",
        string action = "s3:Get",
        string on = Object,
        bool isStrict = false)
    {
        var request = new ReferenceRequest
        {
            Principal = new(CallerForm.Arn, caller),
            Action = action,
            Resource = on,
            ResourceAccount = "111122223333",
            IsDeclaredStrict = isStrict,
        };
        var isTrust = ReferenceEvaluator.IsTrustRequest(action, on);
        var texts = new PolicyTexts
        {
            Identity = Documents(identity), PermissionsBoundary = Documents(boundary), Resource = Documents(resource), VpcEndpoint = Documents(endpoint),
        };
        var policies = ScenarioText.Load(texts, isTrust, out var error);
        Assert.True(policies is not null, error);
        var reference = AnswerText.Of(ReferenceEvaluator.Evaluate(request, policies));
        var compiled = CompiledSide.Request(request, out _)!.Value;
        Assert.Equal(reference, AnswerText.Of(PolicyEvaluator.Explain(in compiled, CompiledSide.Policies(policies, isTrust))));
        return $"{reference.Decision} by {reference.DeniedBy}";
    }

    private static PolicyText[] Documents(string statements) =>
        statements.Length == 0 ? [] : [new PolicyText(null, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")];
}
