using System.Text;

namespace IamCore.Policies.Tests.Rules;

/// <summary>Rules about reading documents, each with what is and what is not an error.</summary>
public sealed class DocumentRuleTests
{
    private const string Statement = """{"Effect":"Allow","Action":"s3:Get","Resource":"*"}""";

    [Theory, Rule("PL-001")]
    [InlineData("", "InvalidJson")]
    [InlineData("{", "InvalidJson")]
    [InlineData("""{"Statement":[]} {}""", "InvalidJson")]
    [InlineData("""{"Statement":[]} x""", "InvalidJson")]
    [InlineData("""{"Statement":[],}""", "InvalidJson")]
    [InlineData("""{"Statement":[] /* x */}""", "InvalidJson")]
    [InlineData("{'Statement':[]}", "InvalidJson")]
    [InlineData("""{"Statement":[],"Id":NaN}""", "InvalidJson")]
    [InlineData("[]", "InvalidType")]
    [InlineData("\"x\"", "InvalidType")]
    [InlineData("null", "InvalidType")]
    [InlineData("""{"Statement":[]}""", "")]
    public void A_document_is_one_JSON_object(string json, string expected) => Assert.Equal(expected, Codes(json));

    [Fact, Rule("PL-001")]
    public void A_byte_order_mark_is_skipped() =>
        Assert.True(PolicyDocument.TryParse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($$"""{"Statement":{{Statement}} }""")], PolicyType.Identity, out _, out _));

    [Theory, Rule("PL-004")]
    [InlineData("""{"version":"2012-10-17","Statement":[]}""", "UnknownElement")]
    [InlineData("""{"Statement":[],"Statements":[]}""", "UnknownElement")]
    [InlineData("""{"Statement":{"effect":"Allow","Effect":"Allow","Action":"s3:Get","Resource":"*"}}""", "UnknownElement")]
    public void Names_of_elements_are_case_sensitive(string json, string expected) => Assert.Equal(expected, Codes(json));

    [Theory, Rule("PL-004")]
    [InlineData("aws")]
    [InlineData("SERVICE")]
    public void Names_of_principal_types_are_case_sensitive(string name) =>
        Assert.Equal("InvalidPrincipalKey", Codes($$"""{"Statement":{"Effect":"Allow","Action":"s3:Get","Principal":{"{{name}}":"x"} } }""", PolicyType.Resource));

    [Theory, Rule("PL-005")]
    [InlineData("""{"Statement":[],"Statement":[]}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Action":"s3:Get"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Condition":{"Bool":{"a:b":"true"},"BOOL":{"a:c":"true"}}}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Condition":{"Bool":{"a:b":"true","A:b":"true"}}}}""")]
    public void No_member_stands_twice(string json) => Assert.Equal("DuplicateKey", Codes(json));

    [Theory, Rule("PL-006")]
    [InlineData("""{"Version":null,"Statement":[]}""")]
    [InlineData("""{"Statement":null}""")]
    [InlineData("""{"Statement":[null]}""")]
    [InlineData("""{"Statement":{"Sid":null,"Effect":"Allow","Action":"s3:Get","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":null,"Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":[null]}}""")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Condition":null}}""")]
    public void Null_is_no_value(string json) => Assert.Equal("InvalidType", Codes(json));

    [Theory, Rule("PL-008")]
    [InlineData(1_048_576, "")]
    [InlineData(1_048_577, "DocumentTooLarge")]
    public void A_document_has_at_most_1048576_characters(int length, string expected)
    {
        var json = """{"Statement":[]}""";
        Assert.Equal(expected, Codes(json + new string(' ', length - json.Length)));
    }

    /// <summary>The document is level 1, Statement 2, the statement 3, Action 4: arrays in it are not legal, but too deep before that.</summary>
    [Theory, Rule("PL-008")]
    [InlineData(32, "InvalidType")]
    [InlineData(33, "NestingTooDeep")]
    public void A_document_nests_32_levels(int levels, string expected) =>
        Assert.Equal(
            expected,
            Codes($$"""{"Statement":[{"Effect":"Allow","Resource":"*","Action":[{{new string('[', levels - 4)}}{{new string(']', levels - 4)}}]}]}"""));

    [Fact, Rule("PL-009"), Rule("PL-202")]
    public void All_errors_are_reported_in_document_order() => Assert.Equal(
        "InvalidVersion InvalidEffect InvalidAction InvalidResourceArn InvalidConditionOperator UnknownElement",
        Codes("""{"Version":"x","Statement":[{"Effect":"x","Action":"x","Resource":["*","x"],"Condition":{"X":{}}}],"x":1}"""));

    [Theory, Rule("PL-031")]
    [InlineData("\"allow\"", "InvalidEffect")]
    [InlineData("\"DENY\"", "InvalidEffect")]
    [InlineData("\"\"", "InvalidEffect")]
    [InlineData("true", "InvalidType")]
    [InlineData("\"Allow\"", "")]
    [InlineData("\"Deny\"", "")]
    public void Effect_is_Allow_or_Deny(string effect, string expected) =>
        Assert.Equal(expected, Codes($$"""{"Statement":{"Effect":{{effect}},"Action":"s3:Get","Resource":"*"} }"""));

    [Theory, Rule("PL-043")]
    [InlineData("AWS", "*", "")]
    [InlineData("AWS", "arn:aws:iam::111122223333:user/*", "UnsupportedWildcardInPrincipal")]
    [InlineData("AWS", "11112222333?", "UnsupportedWildcardInPrincipal")]
    [InlineData("Service", "*", "UnsupportedWildcardInPrincipal")]
    [InlineData("Service", "*.example", "UnsupportedWildcardInPrincipal")]
    [InlineData("Federated", "*", "UnsupportedWildcardInPrincipal")]
    [InlineData("CanonicalUser", "*", "UnsupportedWildcardInPrincipal")]
    public void Only_the_lone_star_under_AWS_is_a_wildcard(string member, string entry, string expected) =>
        Assert.Equal(expected, Codes($$"""{"Statement":{"Effect":"Allow","Action":"s3:Get","Principal":{"{{member}}":"{{entry}}"} } }""", PolicyType.Resource));

    [Theory, Rule("PL-047")]
    [InlineData("2012-10-17", "VariableUnsupportedInElement")]
    [InlineData("2008-10-17", "InvalidPrincipalFormat")]
    public void A_principal_has_no_variables(string version, string expected) => Assert.Equal(
        expected,
        Codes($$"""{"Version":"{{version}}","Statement":{"Effect":"Allow","Action":"s3:Get","Principal":{"AWS":"${aws:userid}"} } }""", PolicyType.Resource));

    [Theory, Rule("PL-058")]
    [InlineData("Allow", PolicyType.Resource, "NotPrincipalWithAllow")]
    [InlineData("Allow", PolicyType.VpcEndpoint, "NotPrincipalWithAllow")]
    [InlineData("Deny", PolicyType.Resource, "")]
    [InlineData("Deny", PolicyType.VpcEndpoint, "")]
    public void NotPrincipal_goes_with_Deny_only(string effect, PolicyType type, string expected) =>
        Assert.Equal(expected, Codes($$"""{"Statement":{"Effect":"{{effect}}","Action":"s3:Get","NotPrincipal":{"AWS":"111122223333"} } }""", type));

    [Theory, Rule("PL-100")]
    [InlineData("[]", "InvalidType")]
    [InlineData("\"x\"", "InvalidType")]
    [InlineData("""{"Bool":"true"}""", "InvalidType")]
    [InlineData("""{"Bool":{"a:b":{}}}""", "InvalidType")]
    [InlineData("""{"Bool":{"a:b":[["true"]]}}""", "InvalidType")]
    [InlineData("""{"Bool":{"a:b":[true,"false"]}}""", "")]
    public void Condition_holds_operators_that_hold_keys(string condition, string expected) =>
        Assert.Equal(expected, Codes($$"""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Condition":{{condition}} } }"""));

    /// <summary>The same elements are legal or not by the type a document is read as.</summary>
    [Theory, Rule("PL-014"), Rule("PL-010")]
    [InlineData(PolicyType.Resource, "")]
    [InlineData(PolicyType.Trust, "ElementNotAllowed")]
    public void A_resource_document_of_a_trust_request_is_read_as_trust_policy(PolicyType type, string expected) =>
        Assert.Equal(expected, Codes("""{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*","Resource":"*"}}""", type));

    [Theory, Rule("PL-204")]
    [InlineData("\"Action\":\"s*:${a}\",\"Resource\":\"*\"", "VariableUnsupportedInElement")]
    [InlineData("\"Action\":\"s*:Get:x\",\"Resource\":\"*\"", "InvalidAction")]
    [InlineData("\"Action\":\"s3:Get\",\"Resource\":\"b:${\"", "InvalidResourceArn")]
    [InlineData("\"Action\":\"s3:Get\",\"Resource\":\"arn:${a}:${\"", "MissingBraceInVariable")]
    [InlineData("\"Action\":\"s3:Get\",\"Resource\":\"arn:${a}:*\"", "VariableUnsupportedInElement")]
    [InlineData("\"Action\":\"s3:Get\",\"Resource\":\"arn:aws:*:x\"", "InvalidResourceArn")]
    public void Of_several_faults_of_one_text_the_first_is_reported(string elements, string expected) =>
        Assert.Equal(expected, Codes($$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow",{{elements}} } }"""));

    [Theory, Rule("PL-205")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Principal":{"X":5}}}""", "ElementNotAllowed")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","x":{"Sid":null}}}""", "UnknownElement")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"*","Condition":{"X":{"k":null}}}}""", "InvalidConditionOperator")]
    [InlineData("""{"Version":"x","Statement":{"Effect":"Allow","Action":"s3:Get","Resource":"arn:aws:s3:::${"}}""", "InvalidVersion")]
    [InlineData("""{"x":1,"Statement":{"Effect":"Allow","Action":"s3:Get"}}""", "UnknownElement MissingResource")]
    public void One_error_silences_what_follows_from_it(string json, string expected) => Assert.Equal(expected, Codes(json));

    [Fact, Rule("PL-200")]
    public void A_message_follows_its_pattern()
    {
        Assert.False(PolicyDocument.TryParse("""{"Statement":{"Effect":"allow","Action":"s3:Get","Resource":"*"}}""", PolicyType.Identity, out _, out var faults));
        Assert.StartsWith("Effect must be \"Allow\" or \"Deny\", not \"allow\"", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact, Rule("PL-019"), Rule("PL-206")]
    public void The_errors_of_the_example_stand_at_its_places()
    {
        const string Document = """
            { "Version": "2012-10-17",
              "Statement": [
                { "Sid": "a b", "Effect": "allow", "Action": ["s3:*", "s3"], "Principal": 5,
                  "Condition": { "StringEqual": { "k": null } } } ],
              "statement": [] }
            """;
        Assert.False(PolicyDocument.TryParse(Document, PolicyType.Identity, out _, out var faults));
        Assert.Equal(
            "MissingResource 3,5 InvalidSid 3,14 InvalidEffect 3,31 InvalidAction 3,59 ElementNotAllowed 3,66 InvalidConditionOperator 4,22 UnknownElement 5,3",
            string.Join(' ', ((IEnumerable<PolicyFault>)faults).Select(f => FormattableString.Invariant($"{f.Code} {f.Line},{f.Column}"))));
    }

    private static string Codes(string json, PolicyType type = PolicyType.Identity) =>
        PolicyDocument.TryParse(json, type, out _, out var faults) ? "" : string.Join(' ', ((IEnumerable<PolicyFault>)faults).Select(f => f.Code));
}
