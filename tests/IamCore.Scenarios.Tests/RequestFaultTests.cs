namespace IamCore.Scenarios.Tests;

/// <summary>Errors of a request (PL-201), each at its place.</summary>
public sealed class RequestFaultTests
{
    private const string User = "arn:aws:iam::111122223333:user/alice";
    private const string Session = "arn:aws:sts::111122223333:assumed-role/app/s";
    private const string Federated = "arn:aws:sts::111122223333:federated-user/f";

    [Theory]
    [InlineData("§\"\"")]
    [InlineData("§\"alice\"")]
    [InlineData("§\"arn:aws:iam::111122223333\"")]
    [InlineData("§\"arn:aws:iam::11112222333:user/alice\"")]
    [InlineData("§\"arn:aws:iam::1111222233334:user/alice\"")]
    [InlineData("§\"arn:aws:iam::11112222333a:user/alice\"")]
    [InlineData("§\"arn:aws:iam::111122223333:group/dev\"")]
    [InlineData("§\"arn:aws:iam::111122223333:user/\"")]
    [InlineData("§\"arn:aws:iam::111122223333:user/a//b\"")]
    [InlineData("§\"arn:aws:iam::111122223333:user/a\\u0007\"")]
    [InlineData("§\"arn:aws:iam:eu-west-1:111122223333:user/alice\"")]
    [InlineData("§\"arn:aws:sts::111122223333:assumed-role/app\"")]
    [InlineData("§\"arn:aws:s3:::bucket\"")]
    [InlineData("§\"ARN:aws:iam::111122223333:user/alice\"")]
    [InlineData("§\"**\"")]
    [InlineData("§{}")]
    [InlineData("{ §\"Service\": \"a.b\" }", ".Service")]
    [InlineData("{ §\"group\": \"dev\" }", ".group")]
    [InlineData("{ \"service\": §\"ec2\" }", ".service")]
    [InlineData("{ \"service\": §\"\" }", ".service")]
    [InlineData("{ \"federated\": §\"\" }", ".federated")]
    [InlineData("{ \"canonicalUser\": §\"\" }", ".canonicalUser")]
    [InlineData("{ \"canonicalUser\": §\"a\\nb\" }", ".canonicalUser")]
    [InlineData("§{ \"service\": \"a.b\", \"federated\": \"x\" }")]
    [InlineData("§{ \"role\": \"arn:aws:iam::111122223333:role/app\" }")]
    [InlineData("{ \"arn\": §\"*\" }", ".arn")]
    [InlineData("{ \"arn\": §\"alice\" }", ".arn")]
    [InlineData("{ \"arn\": \"" + Session + "\", §\"session\": \"x\" }", ".session")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"role\": §\"arn:aws:iam::111122223333:role/other\" }", ".role")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"role\": §\"arn:aws:iam::444455556666:role/app\" }", ".role")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"role\": §\"arn:aws-cn:iam::111122223333:role/app\" }", ".role")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"role\": §\"app\" }", ".role")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"user\": §\"" + User + "\" }", ".user")]
    [InlineData("{ \"arn\": \"" + User + "\", \"role\": §\"arn:aws:iam::111122223333:role/app\" }", ".role")]
    [InlineData("{ \"arn\": \"" + Federated + "\", \"user\": §\"arn:aws:iam::444455556666:user/alice\" }", ".user")]
    [InlineData("{ \"arn\": \"" + Federated + "\", \"user\": §\"arn:aws:iam::111122223333:role/app\" }", ".user")]
    [InlineData("§{ \"arn\": \"" + Federated + "\", \"user\": \"" + User + "\", \"role\": \"arn:aws:iam::111122223333:role/app\" }")]
    public void Unknown_forms_of_principal_are_refused(string principal, string path = "") => Marked.AssertFault(
        $$"""{ "request": { "principal": {{principal}}, "action": "a:B", "resource": "*" } }""", "InvalidRequestPrincipal", "$.request.principal" + path);

    [Theory]
    [InlineData("\"" + User + "\"")]
    [InlineData("{ \"arn\": \"" + User + "\" }")]
    [InlineData("{ \"arn\": \"" + Session + "\", \"role\": \"arn:aws:iam::111122223333:role/path/app\" }")]
    [InlineData("{ \"arn\": \"" + Federated + "\", \"user\": \"arn:aws:iam::111122223333:user/path/alice\" }")]
    [InlineData("{ \"service\": \"ec2.amazonaws.com\" }")]
    [InlineData("{ \"federated\": \"arn:aws:iam::111122223333:saml-provider/x\" }")]
    [InlineData("{ \"federated\": \"accounts.example.com\" }")]
    [InlineData("{ \"canonicalUser\": \"79a59d\" }")]
    [InlineData("\"*\"")]
    [InlineData("\"arn:aws:iam::111122223333:root\"")]
    public void Known_forms_of_principal_are_read(string principal) =>
        Assert.Null(Assert.Single(ScenarioFile.Parse($$"""{ "request": { "principal": {{principal}}, "action": "a:B", "resource": "*" } }""")).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("s3:*")]
    [InlineData("s3:Get?bject")]
    [InlineData("GetObject")]
    [InlineData("s3:")]
    [InlineData(":GetObject")]
    [InlineData("s3:Get:Object")]
    [InlineData("s3:Get Object")]
    [InlineData("s 3:GetObject")]
    public void An_action_is_service_and_name_without_wildcards(string action) => Marked.AssertFault(
        $$"""{ "request": { "principal": "*", "action": §"{{action}}", "resource": "*" } }""", "InvalidRequestAction", "$.request.action");

    [Theory]
    [InlineData("")]
    [InlineData("bucket")]
    [InlineData("arn:aws:s3:bucket")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("arn::s3:::bucket")]
    [InlineData("arn:aws::::bucket")]
    [InlineData("ARN:aws:s3:::bucket")]
    public void A_resource_is_a_star_or_an_ARN(string resource) => Marked.AssertFault(
        $$"""{ "request": { "principal": "*", "action": "a:B", "resource": §"{{resource}}" } }""", "InvalidRequestResource", "$.request.resource");

    [Theory]
    [InlineData("")]
    [InlineData("11112222333")]
    [InlineData("1111222233334")]
    [InlineData("1111-2222-3333")]
    [InlineData("11112222333a")]
    [InlineData("١١١١٢٢٢٢٣٣٣٣")]
    public void A_resource_account_is_12_digits(string account) => Marked.AssertFault(
        $$"""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "resourceAccount": §"{{account}}" } }""",
        "InvalidAccountId", "$.request.resourceAccount");

    [Theory]
    [InlineData("{ \"a:b\": §null }", "[\"a:b\"]")]
    [InlineData("{ \"a:b\": §{} }", "[\"a:b\"]")]
    [InlineData("{ \"a:b\": [ \"x\", §null ] }", "[\"a:b\"][1]")]
    [InlineData("{ \"a:b\": [ §[ \"x\" ] ] }", "[\"a:b\"][0]")]
    [InlineData("{ \"a:b\": [ \"x\", 1, true, §{ \"c\": 1 } ] }", "[\"a:b\"][3]")]
    [InlineData("{ \"aws:CurrentTime\": §\"yesterday\" }", "[\"aws:CurrentTime\"]")]
    [InlineData("{ \"aws:EpochTime\": §[ \"2026-01-01\" ] }", "[\"aws:EpochTime\"]")]
    public void Null_and_nested_values_and_times_that_are_no_dates_are_InvalidContextValue(string context, string path) => Marked.AssertFault(
        $$"""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "context": {{context}} } }""",
        "InvalidContextValue", "$.request.context" + path);

    [Fact]
    public void A_time_that_is_no_date_comes_before_an_error_further_on() => Marked.AssertFault(
        """{ "request": { "context": { "aws:CurrentTime": §"yesterday" }, "principal": "nobody", "action": "a:B", "resource": "*" } }""",
        "InvalidContextValue", "$.request.context[\"aws:CurrentTime\"]");

    [Theory]
    [InlineData("{ \"a:b\": 1, §\"A:B\": 1 }", "[\"A:B\"]")]
    [InlineData("{ \"a:b\": 1, §\"a:b\": 1 }", "[\"a:b\"]")]
    [InlineData("{ \"aws:SourceIp\": \"x\", \"c:d\": 1, §\"AWS:SOURCEIP\": \"x\" }", "[\"AWS:SOURCEIP\"]")]
    public void Keys_equal_but_for_case_are_DuplicateContextKey(string context, string path) => Marked.AssertFault(
        $$"""{ "request": { "principal": "*", "action": "a:B", "resource": "*", "context": {{context}} } }""",
        "DuplicateContextKey", "$.request.context" + path);

    [Theory]
    [InlineData("\"aws:PrincipalArn\": §\"arn:aws:iam::111122223333:user/bob\"", "aws:PrincipalArn")]
    [InlineData("\"aws:principalarn\": §[ \"" + User + "\" ]", "aws:principalarn")]
    [InlineData("\"aws:PrincipalAccount\": §\"444455556666\"", "aws:PrincipalAccount")]
    [InlineData("\"aws:PrincipalType\": §\"user\"", "aws:PrincipalType")]
    [InlineData("\"aws:username\": §\"bob\"", "aws:username")]
    [InlineData("\"aws:PrincipalIsAWSService\": §true", "aws:PrincipalIsAWSService")]
    [InlineData("\"aws:ResourceAccount\": §\"444455556666\"", "aws:ResourceAccount")]
    public void A_key_that_contradicts_the_request_is_ContextKeyConflict(string context, string key) => Marked.AssertFault(
        $$"""{ "request": { "principal": "{{User}}", "action": "a:B", "resource": "*", "context": { {{context}} } } }""",
        "ContextKeyConflict", $"$.request.context[\"{key}\"]");

    [Theory]
    [InlineData("\"aws:PrincipalArn\": \"" + User + "\"")]
    [InlineData("\"aws:userid\": \"AIDAEXAMPLE\"")]
    [InlineData("\"aws:PrincipalServiceName\": \"x.example.com\"")]
    [InlineData("\"aws:RequestedRegion\": \"eu-west-1\", \"aws:ViaAWSService\": true, \"aws:MultiFactorAuthPresent\": true")]
    public void A_key_that_does_not_contradict_is_taken(string context) => Assert.Null(Assert.Single(ScenarioFile.Parse(
        $$"""{ "request": { "principal": "{{User}}", "action": "a:B", "resource": "*", "context": { {{context}} } } }""")).Fault);

    /// <summary>PL-103, PL-110: numbers as written, booleans as words, arrays multivalued whatever their length.</summary>
    [Fact]
    public void Values_keep_their_text_and_their_shape()
    {
        var context = Assert.Single(ScenarioFile.Parse(
            """
            { "request": { "principal": "*", "action": "a:B", "resource": "*", "context": {
                "n:i": 120, "n:d": 1.50, "n:e": 1E3, "b:t": true, "b:f": false, "s:s": "é", "m:0": [], "m:1": [ "x" ], "m:3": [ 1.0, true, "z" ] } } }
            """)).Request!.Context;
        Assert.Equal(["120", "1.50", "1E3", "true", "false", "é"], new[] { "n:i", "n:d", "n:e", "b:t", "b:f", "s:s" }.Select(k => context[k].Text));
        Assert.True(context["m:0"].IsMultivalued);
        Assert.Empty(context["m:0"].Values.ToArray());
        Assert.Equal(["x"], context["m:1"].Values.ToArray());
        Assert.Equal(["1.0", "true", "z"], context["m:3"].Values.ToArray());
    }
}
