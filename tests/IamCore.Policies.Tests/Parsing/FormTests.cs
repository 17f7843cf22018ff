namespace IamCore.Policies.Tests.Parsing;

/// <summary>The forms of names and texts that a document may hold.</summary>
public sealed class FormTests
{
    [Theory] // PL-065
    [InlineData("*")]
    [InlineData("*:*")]
    [InlineData("s3:*")]
    [InlineData("s3:?etObject")]
    [InlineData("iam:*AccessKey*")]
    [InlineData("a-1:a.b_c/d-9")]
    [InlineData("s3:**??")]
    public void An_action_is_a_star_or_service_and_name(string action) => Assert.Empty(Actions(action));

    [Theory] // PL-065
    [InlineData("", "InvalidAction")]
    [InlineData(":", "InvalidAction")]
    [InlineData("s3", "InvalidAction")]
    [InlineData(":Get", "InvalidAction")]
    [InlineData("s3:", "InvalidAction")]
    [InlineData("s3::Get", "InvalidAction")]
    [InlineData("s 3:Get", "InvalidAction")]
    [InlineData("s_3:Get", "InvalidAction")]
    [InlineData("s3:Gét", "InvalidAction")]
    [InlineData("s3:Get ", "InvalidAction")]
    [InlineData("**", "InvalidAction")]
    [InlineData("?", "InvalidAction")]
    [InlineData("s3:Get${a}", "InvalidAction")]
    [InlineData("*:Get", "WildcardInServicePrefix")]
    [InlineData("s?:*", "WildcardInServicePrefix")]
    [InlineData("**:*", "WildcardInServicePrefix")]
    [InlineData("*:**", "WildcardInServicePrefix")]
    public void Other_actions_are_refused(string action, string code) => Assert.Equal([code], Actions(action));

    [Theory] // PL-080, PL-082
    [InlineData("*")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:aws:s3:::*")]
    [InlineData("arn:*:s3:*:?:a:b:c")]
    [InlineData("arn:aws:sqs:*")]
    [InlineData("arn:aws:sqs:eu*")]
    [InlineData("arn:aws:sqs:eu-west-1:*")]
    [InlineData("arn:aws:s3:::")]
    [InlineData("arn::::::")]
    [InlineData("arn:aws:s3:::${aws:username}/*")]
    [InlineData("arn:aws:s3:::${a:b, 'x:y'}")]
    [InlineData("arn:aws:s3:::$ {a")]
    public void A_resource_is_a_star_or_an_ARN_pattern(string resource) => Assert.Empty(Resources("2012-10-17", resource));

    [Theory]
    [InlineData("", "InvalidResourceArn")] // PL-082
    [InlineData("**", "InvalidResourceArn")]
    [InlineData("arn", "InvalidResourceArn")]
    [InlineData("arn:", "InvalidResourceArn")]
    [InlineData("arn:aws", "InvalidResourceArn")]
    [InlineData("ARN:aws:s3:::b", "InvalidResourceArn")]
    [InlineData(" arn:aws:s3:::b", "InvalidResourceArn")]
    [InlineData("arn*:aws:s3:::b", "InvalidResourceArn")]
    [InlineData("arn:aws:s3::b", "InvalidResourceArn")]
    [InlineData("arn:aws:sqs:eu-?", "InvalidResourceArn")]
    [InlineData("arn:aws:*", "WildcardInServiceSegment")] // PL-081
    [InlineData("arn:aws*", "WildcardInServiceSegment")]
    [InlineData("arn:aws:s?:::b", "WildcardInServiceSegment")]
    [InlineData("arn:aws:s3*", "WildcardInServiceSegment")]
    [InlineData("arn:${aws:x}:s3:::b", "VariableUnsupportedInElement")] // PL-089
    [InlineData("arn:aws:s3:::${", "MissingBraceInVariable")] // PL-171
    public void Other_resources_are_refused(string resource, string code) => Assert.Equal([code], Resources("2012-10-17", resource));

    [Theory] // PL-021
    [InlineData("arn:aws:s3:::${", null)]
    [InlineData("arn:aws:${a:b}:c:d:e", null)]
    [InlineData("arn:aws:s3:${a:b", "InvalidResourceArn")]
    [InlineData("arn:aws:s3:${a:b}:c", null)]
    [InlineData("arn:aws:${*}:::b", "WildcardInServiceSegment")]
    public void Under_the_older_version_braces_are_ordinary_characters(string resource, string? code) =>
        Assert.Equal(code is null ? [] : [code], Resources("2008-10-17", resource));

    [Theory] // PL-042, PL-043
    [InlineData("AWS", "*", null)]
    [InlineData("AWS", "111122223333", null)]
    [InlineData("AWS", "arn:aws:iam::111122223333:root", null)]
    [InlineData("AWS", "arn:a-9:iam::111122223333:user/team/alice", null)]
    [InlineData("AWS", "arn:aws:iam::111122223333:role/app/Deploy", null)]
    [InlineData("AWS", "arn:aws:sts::111122223333:assumed-role/Deploy/build-17", null)]
    [InlineData("AWS", "arn:aws:sts::111122223333:federated-user/bob", null)]
    [InlineData("AWS", "AIDACKCEVSQ6C2EXAMPLE", null)]
    [InlineData("AWS", "AROA012345678901", null)]
    [InlineData("AWS", "", "InvalidPrincipalFormat")]
    [InlineData("AWS", "1111222233334", "InvalidPrincipalFormat")]
    [InlineData("AWS", "11112222333a", "InvalidPrincipalFormat")]
    [InlineData("AWS", "AROA01234567890", "InvalidPrincipalFormat")]
    [InlineData("AWS", "AROAa12345678901", "InvalidPrincipalFormat")]
    [InlineData("AWS", "ASIA012345678901", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:AWS:iam::111122223333:root", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn::iam::111122223333:root", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam:eu:111122223333:root", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam::11112222333:root", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:sts::111122223333:user/a", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam::111122223333:user/", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam::111122223333:user//a", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam::111122223333:user/a/", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:sts::111122223333:assumed-role/a", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:sts::111122223333:assumed-role/p/a/b", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:sts::111122223333:federated-user/p/b", "InvalidPrincipalFormat")]
    [InlineData("AWS", "arn:aws:iam::111122223333:role/*", "UnsupportedWildcardInPrincipal")]
    [InlineData("AWS", "1111222233??", "UnsupportedWildcardInPrincipal")]
    [InlineData("Service", "ec2.amazonaws.com", null)] // PL-044
    [InlineData("Service", "Billing-1.acme", null)]
    [InlineData("Service", "", "InvalidServicePrincipal")]
    [InlineData("Service", "ec2.", "InvalidServicePrincipal")]
    [InlineData("Service", "a..b", "InvalidServicePrincipal")]
    [InlineData("Service", "a_b.c", "InvalidServicePrincipal")]
    [InlineData("Service", "*.amazonaws.com", "UnsupportedWildcardInPrincipal")]
    [InlineData("Federated", "accounts.google.com", null)] // PL-045
    [InlineData("Federated", "", "InvalidPrincipalFormat")]
    [InlineData("Federated", "a?", "UnsupportedWildcardInPrincipal")]
    [InlineData("CanonicalUser", "79a59df900b949e5", null)] // PL-046
    [InlineData("CanonicalUser", "", "InvalidPrincipalFormat")]
    public void A_principal_entry_has_the_form_of_its_type(string type, string entry, string? code) => Assert.Equal(
        code is null ? [] : [code],
        Codes(PolicyType.Resource, $$$"""{"Statement":{"Effect":"Deny","Action":"*","Principal":{"{{{type}}}":"{{{entry}}}"} } }"""));

    [Theory] // PL-040, PL-048
    [InlineData("Principal", "\"*\"", null)]
    [InlineData("Principal", "{}", null)]
    [InlineData("Principal", "{\"AWS\":[]}", null)]
    [InlineData("Principal", "\"\"", "InvalidPrincipalFormat")]
    [InlineData("Principal", "\"111122223333\"", "InvalidPrincipalFormat")]
    [InlineData("Principal", "[\"*\"]", "InvalidType")]
    [InlineData("Principal", "null", "InvalidType")]
    [InlineData("Principal", "{\"AWS\":null}", "InvalidType")]
    [InlineData("Principal", "{\"AWS\":{\"x\":1}}", "InvalidType")]
    [InlineData("Principal", "{\"AWS\":[[\"*\"]]}", "InvalidType")]
    [InlineData("Principal", "{\"Everyone\":\"*\"}", "InvalidPrincipalKey")]
    [InlineData("NotPrincipal", "\"*\"", null)]
    [InlineData("NotPrincipal", "{}", "EmptyList")]
    [InlineData("NotPrincipal", "{\"AWS\":[]}", "EmptyList")]
    [InlineData("NotPrincipal", "{\"AWS\":\"*\",\"Service\":[]}", "EmptyList")]
    public void Principal_is_a_star_or_an_object_of_lists(string element, string value, string? code) => Assert.Equal(
        code is null ? [] : [code],
        Codes(PolicyType.Resource, $$$"""{"Statement":{"Effect":"Deny","Action":"*","{{{element}}}":{{{value}}} } }"""));

    [Theory] // PL-104
    [InlineData("a:b", null)]
    [InlineData("aws:ResourceTag/cost center", null)]
    [InlineData(":a:b", null)]
    [InlineData("a::", null)]
    [InlineData("", "InvalidConditionKey")]
    [InlineData(":", "InvalidConditionKey")]
    [InlineData("a:", "InvalidConditionKey")]
    [InlineData(":a", "InvalidConditionKey")]
    [InlineData("username", "InvalidConditionKey")]
    [InlineData("${aws:x", null)]
    public void A_condition_key_has_a_colon_with_something_on_both_sides(string key, string? code) =>
        Assert.Equal(code is null ? [] : [code], Conditions($$"""{"StringEquals":{"{{key}}":"x"} }"""));

    [Theory] // PL-100, PL-103
    [InlineData("{}", null)]
    [InlineData("{\"Bool\":{}}", null)]
    [InlineData("{\"StringEquals\":{\"a:b\":[1,\"x\",true]}}", null)]
    [InlineData("5", "InvalidType")]
    [InlineData("{\"Bool\":[]}", "InvalidType")]
    [InlineData("{\"Bool\":\"true\"}", "InvalidType")]
    [InlineData("{\"StringEquals\":{\"a:b\":{}}}", "InvalidType")]
    [InlineData("{\"StringEquals\":{\"a:b\":[null]}}", "InvalidType")]
    [InlineData("{\"StringEquals\":{\"a:b\":[[\"x\"]]}}", "InvalidType")]
    public void A_condition_is_operators_of_keys_of_values(string condition, string? code) =>
        Assert.Equal(code is null ? [] : [code], Conditions(condition));

    [Theory] // PL-117, PL-133, PL-140, PL-145, PL-150, PL-151, PL-155, PL-162
    [InlineData("Null", "\"TRUE\"", "1")]
    [InlineData("Bool", "false", "0")]
    [InlineData("NumericLessThan", "1e3", "\" 1\"")]
    [InlineData("DateGreaterThan", "1767225600", "\"2026-02-30\"")]
    [InlineData("BinaryEquals", "\"QQ==\"", "\"QQ\"")]
    [InlineData("NotIpAddress", "\"2001:db8::/32\"", "\"::/129\"")]
    [InlineData("ArnNotEquals", "\"arn:aws:sqs:*\"", "\"arn:aws:sqs\"")]
    public void A_condition_value_has_the_form_of_its_operator(string op, string right, string wrong)
    {
        Assert.Empty(Conditions($$"""{"{{op}}":{"a:b":[{{right}}]} }"""));
        Assert.Equal(["InvalidConditionValue"], Conditions($$"""{"{{op}}":{"a:b":[{{wrong}}]} }"""));
    }

    [Theory] // PL-116, PL-120, PL-130
    [InlineData("stringequals", null)]
    [InlineData("FORANYVALUE:stringLIKEifexists", null)]
    [InlineData("ForAllValues:Null", null)]
    [InlineData("NullIfExists", "NullWithIfExists")]
    [InlineData("ForAnyValue:NullIfExists", "NullWithIfExists")]
    [InlineData("StringEqualsIfExistsIfExists", "InvalidConditionOperator")]
    [InlineData("ForAnyValue:ForAnyValue:StringEquals", "InvalidConditionOperator")]
    [InlineData("ForAnyValue:", "InvalidConditionOperator")]
    [InlineData("IfExists", "InvalidConditionOperator")]
    [InlineData("", "InvalidConditionOperator")]
    [InlineData("String Equals", "InvalidConditionOperator")]
    [InlineData("StringLikeIgnoreCase", "InvalidConditionOperator")]
    [InlineData("0", "InvalidConditionOperator")]
    public void An_operator_has_one_of_the_known_names(string op, string? code) =>
        Assert.Equal(code is null ? [] : [code], Conditions($$"""{"{{op}}":{ } }"""));

    [Theory] // PL-032
    [InlineData(PolicyType.Identity, "aZ09", null)]
    [InlineData(PolicyType.Identity, "", null)]
    [InlineData(PolicyType.Identity, "a-b", "InvalidSid")]
    [InlineData(PolicyType.Identity, "é", "InvalidSid")]
    [InlineData(PolicyType.Identity, "${a}", "InvalidSid")]
    [InlineData(PolicyType.Resource, "my statement: é", null)]
    [InlineData(PolicyType.Resource, "a\\u001F", "InvalidSid")]
    [InlineData(PolicyType.Resource, "a\\u007F", null)]
    public void A_Sid_has_the_characters_its_type_allows(PolicyType type, string sid, string? code)
    {
        var about = type == PolicyType.Identity ? "\"Resource\":\"*\"" : "\"Principal\":\"*\"";
        Assert.Equal(code is null ? [] : [code], Codes(type, $$"""{"Statement":[{"Sid":"{{sid}}","Effect":"Deny","Action":"*",{{about}}}]}"""));
    }

    [Theory] // PL-010: every type against every element
    [InlineData(PolicyType.Identity, "", "Id Principal NotPrincipal")]
    [InlineData(PolicyType.PermissionsBoundary, "", "Id Principal NotPrincipal")]
    [InlineData(PolicyType.Session, "", "Id Principal NotPrincipal")]
    [InlineData(PolicyType.Resource, "Principal", "")]
    [InlineData(PolicyType.VpcEndpoint, "Principal", "")]
    [InlineData(PolicyType.Trust, "Principal", "NotPrincipal Resource NotResource")]
    [InlineData(PolicyType.ServiceControl, "Version", "Id Principal NotPrincipal")]
    [InlineData(PolicyType.ResourceControl, "Version Principal", "Id NotPrincipal NotAction")]
    public void Each_type_takes_and_needs_its_elements(PolicyType type, string needed, string forbidden)
    {
        var resource = type is PolicyType.Resource or PolicyType.VpcEndpoint or PolicyType.Trust ? "" : " MissingResource";
        var principal = needed.Contains("Principal", StringComparison.Ordinal) ? " MissingPrincipal" : "";
        var version = needed.Contains("Version", StringComparison.Ordinal) ? "MissingVersion " : "";
        Assert.Equal($"{version}MissingEffect MissingAction{resource}{principal}", string.Join(' ', Codes(type, """{"Statement":{}}""")));

        foreach (var (element, value) in new[]
        {
            ("Principal", "\"*\""), ("NotPrincipal", "\"*\""), ("Action", "\"*\""), ("NotAction", "\"*\""), ("Resource", "\"*\""), ("NotResource", "\"*\""), ("Condition", "{}"), ("Sid", "\"\""),
        })
        {
            var codes = Codes(type, $$"""{"Statement":{"Effect":"Deny","{{element}}":{{value}} } }""");
            Assert.Equal(forbidden.Split(' ').Contains(element), codes.Contains("ElementNotAllowed"));
        }

        Assert.Equal(forbidden.Contains("Id", StringComparison.Ordinal), Codes(type, """{"Id":"x","Statement":[]}""").Contains("ElementNotAllowed"));
    }

    [Theory] // PL-020, PL-021: wherever the version stands
    [InlineData("""{"Statement":S,"Version":"2012-10-17"}""", "EmptyVariable")]
    [InlineData("""{"Version":"2012-10-17","Statement":S}""", "EmptyVariable")]
    [InlineData("""{"Statement":S,"x":{"Version":"2012-10-17"}}""", "UnknownElement")]
    [InlineData("""{"x":{"Version":"2012-10-17"},"Statement":S,"Version":"2008-10-17"}""", "UnknownElement")]
    [InlineData("""{"Statement":S,"Version":"2008-10-17"}""", null)]
    [InlineData("""{"Statement":S}""", null)]
    [InlineData("""{"Statement":S,"\u0056ersion":"2012-10-1\u0037"}""", "EmptyVariable")]
    public void The_version_says_what_braces_mean(string document, string? code) => Assert.Equal(
        code is null ? [] : [code],
        Codes(PolicyType.Identity, document.Replace("\"Statement\":S", """
            "Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::${}"}
            """, StringComparison.Ordinal)));

    private static IEnumerable<string> Actions(string action) =>
        Codes(PolicyType.Identity, $$"""{"Statement":{"Effect":"Deny","Resource":"*","NotAction":["{{action}}"]} }""");

    private static IEnumerable<string> Resources(string version, string resource) =>
        Codes(PolicyType.Identity, $$"""{"Version":"{{version}}","Statement":{"Effect":"Deny","Action":"*","NotResource":["{{resource}}"]} }""");

    private static IEnumerable<string> Conditions(string condition) =>
        Codes(PolicyType.Identity, $$"""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{{condition}} } }""");

    private static IEnumerable<string> Codes(PolicyType type, string text)
    {
        PolicyDocument.TryParse(text, type, out _, out var faults);
        return faults.Select(f => f.Code.ToString());
    }
}
