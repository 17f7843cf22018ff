namespace IamCore.Policies.Tests.Parsing;

/// <summary>Which of several faults are reported, and in which order (PL-009, PL-202, PL-204, PL-205).</summary>
public sealed class FaultOrderTests
{
    private const string Rest = "\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"";

    [Fact] // PL-009
    public void Five_independent_faults_are_all_reported() => Marked.Check(
        PolicyType.Identity,
        """
        {"Version":"2012-10-17","Statement":[
          {"Sid":"A","Effect":¦"permit","Action":"s3:*","Resource":"*"},
          {"Sid":¦"A","Effect":"Deny","Action":["s3:*",¦"s3"],"Resource":[¦"bucket"]},
          {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a:b":¦"perhaps"}}}]}
        """,
        "InvalidEffect $.Statement[0].Effect",
        "DuplicateSid $.Statement[1].Sid",
        "InvalidAction $.Statement[1].Action[1]",
        "InvalidResourceArn $.Statement[1].Resource[0]",
        "InvalidConditionValue $.Statement[2].Condition.Bool[\"a:b\"]");

    [Fact] // PL-019: errors at one place stand in the order of the table
    public void A_statement_without_anything_lacks_each_member_in_the_order_of_the_table()
    {
        Marked.Check(
            PolicyType.ResourceControl,
            """¦{"Statement":¦¦¦¦{}}""",
            "MissingVersion $",
            "MissingEffect $.Statement",
            "MissingAction $.Statement",
            "MissingResource $.Statement",
            "MissingPrincipal $.Statement");
        Marked.Check(PolicyType.ServiceControl, "¦¦{}", "MissingStatement $", "MissingVersion $");
    }

    [Theory] // PL-019: at the brace of what lacks it
    [InlineData(PolicyType.Identity, "{\"Statement\":[¦{\"Effect\":\"Deny\",\"Resource\":\"*\"}]}", "MissingAction $.Statement[0]")]
    [InlineData(PolicyType.Identity, "{\"Statement\":[\n¦{\"Effect\":\"Deny\",\"Action\":\"*\"}]}", "MissingResource $.Statement[0]")]
    [InlineData(PolicyType.Trust, "{\"Statement\":¦{\"Effect\":\"Deny\",\"Action\":\"*\"}}", "MissingPrincipal $.Statement")]
    [InlineData(PolicyType.Trust, "{\"Statement\":¦{\"Action\":\"*\",\"Principal\":{}}}", "MissingEffect $.Statement")]
    public void A_member_that_is_missing_is_reported_at_the_opening_brace(PolicyType type, string document, string expected) =>
        Marked.Check(type, document, expected);

    [Fact] // PL-019, PL-058: two faults at one name
    public void NotPrincipal_beside_Principal_under_Allow_is_wrong_twice() => Marked.Check(
        PolicyType.Resource,
        """{"Statement":{"Principal":"*",¦¦"NotPrincipal":"*","Effect":"Allow","Action":"*"}}""",
        "UnsupportedElementCombination $.Statement.NotPrincipal",
        "NotPrincipalWithAllow $.Statement.NotPrincipal");

    [Theory] // PL-010, PL-019: the later name
    [InlineData("\"Action\":\"*\",¦\"NotAction\":\"a:b\",\"Resource\":\"*\"", "NotAction")]
    [InlineData("\"NotAction\":\"a:b\",¦\"Action\":\"*\",\"Resource\":\"*\"", "Action")]
    [InlineData("\"Action\":\"*\",\"NotResource\":\"*\",¦\"Resource\":\"*\"", "Resource")]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",¦\"NotResource\":\"*\"", "NotResource")]
    public void Members_that_exclude_one_another_are_reported_at_the_later_name(string members, string later) => Marked.Check(
        PolicyType.Identity, $$"""{"Statement":[{"Effect":"Deny",{{members}}}]}""", $"UnsupportedElementCombination $.Statement[0].{later}");

    [Theory] // PL-202: type, then form, then combination
    [InlineData("{\"Effect\":¦\"allow\",\"Action\":\"s3:*\",\"Principal\":\"*\",\"Resource\":\"*\"}", "InvalidEffect")]
    [InlineData("{\"Effect\":¦5,\"Action\":\"s3:*\",\"Principal\":\"*\",\"Resource\":\"*\"}", "InvalidType")]
    [InlineData("{\"Effect\":¦\"Allow\",\"Action\":\"s3:*\",\"Principal\":\"*\",\"Resource\":\"*\"}", "EffectNotAllowed")]
    public void One_value_has_one_fault(string statement, string code) => Marked.Check(
        PolicyType.ResourceControl, $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", $"{code} $.Statement[0].Effect");

    [Fact] // PL-202
    public void A_Sid_of_the_wrong_form_is_not_compared_with_others() => Marked.Check(
        PolicyType.Identity,
        "{\"Statement\":[{\"Sid\":¦\"a b\"," + Rest + "},{\"Sid\":¦\"a b\"," + Rest + "}]}",
        "InvalidSid $.Statement[0].Sid",
        "InvalidSid $.Statement[1].Sid");

    [Theory] // PL-204
    [InlineData("Action", "¦\"s3:Get ${a\"", "VariableUnsupportedInElement")]
    [InlineData("Action", "¦\"s*:Get Object\"", "InvalidAction")]
    [InlineData("Action", "¦\"s*:\"", "InvalidAction")]
    [InlineData("Resource", "¦\"bucket/${\"", "InvalidResourceArn")]
    [InlineData("Resource", "¦\"arn:aws:${}:${a b}\"", "EmptyVariable")]
    [InlineData("Resource", "¦\"arn:aws:${a b}:${}\"", "UnsupportedSpaceInVariable")]
    [InlineData("Resource", "¦\"arn:aws:${a}\"", "VariableUnsupportedInElement")]
    [InlineData("Resource", "¦\"arn:aws:s3:${a:b}:\"", "VariableUnsupportedInElement")]
    [InlineData("Resource", "¦\"arn:aws:s*::b\"", "InvalidResourceArn")]
    [InlineData("Resource", "¦\"arn:aws:s*:::${a:b}\"", "WildcardInServiceSegment")]
    public void One_string_has_the_first_fault_of_its_form(string element, string value, string code)
    {
        var other = element == "Action" ? "\"Resource\":\"*\"" : "\"Action\":\"*\"";
        Marked.Check(PolicyType.Identity, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny",{{other}},"{{element}}":[{{value}}]}]}""", $"{code} $.Statement[0].{element}[0]");
    }

    [Theory] // PL-204
    [InlineData("AWS", "¦\"arn:aws:iam::1:user/${*}\"", "VariableUnsupportedInElement")]
    [InlineData("AWS", "¦\"arn:aws:iam::1:group/?\"", "UnsupportedWildcardInPrincipal")]
    [InlineData("Service", "¦\"${aws:x}*\"", "VariableUnsupportedInElement")]
    [InlineData("Service", "¦\"ec?\"", "UnsupportedWildcardInPrincipal")]
    [InlineData("Federated", "¦\"*\"", "UnsupportedWildcardInPrincipal")]
    [InlineData("CanonicalUser", "¦\"*\"", "UnsupportedWildcardInPrincipal")]
    [InlineData("CanonicalUser", "¦\"\"", "InvalidPrincipalFormat")]
    [InlineData("AWS", "¦\"**\"", "UnsupportedWildcardInPrincipal")]
    public void One_principal_has_the_first_fault_of_its_form(string type, string value, string code) => Marked.Check(
        PolicyType.Resource,
        $$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Principal":{"{{{type}}}":[{{{value}}}]} }]}""",
        $"{code} $.Statement[0].Principal.{type}[0]");

    [Theory] // PL-172, PL-204
    [InlineData("NumericEquals", "¦\"${\"", "InvalidVariableForOperator")]
    [InlineData("DateEquals", "¦\"${aws:CurrentTime}\"", "InvalidVariableForOperator")]
    [InlineData("BinaryEquals", "¦\"${a:b}\"", "InvalidVariableForOperator")]
    [InlineData("IpAddress", "¦\"${aws:SourceIp}/32\"", "InvalidVariableForOperator")]
    [InlineData("StringLike", "¦\"${}\"", "EmptyVariable")]
    [InlineData("ArnLike", "¦\"${a b}\"", "UnsupportedSpaceInVariable")]
    [InlineData("Bool", "¦\"${a, b}\"", "MissingQuoteInVariable")]
    public void One_condition_value_has_the_first_fault_of_its_form(string op, string value, string code) => Marked.Check(
        PolicyType.Identity,
        "{\"Version\":\"2012-10-17\",\"Statement\":[{" + Rest + ",\"Condition\":{\"" + op + "\":{\"a:b\":" + value + "}}}]}",
        $"{code} $.Statement[0].Condition.{op}[\"a:b\"]");

    [Theory] // PL-205
    [InlineData(PolicyType.Identity, """{¦"Statements":[{"a":1,"a":null}],"Statement":[]}""", "UnknownElement $.Statements")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*",¦"Principal":{"AWS":[5],"x":null}}}""", "ElementNotAllowed $.Statement.Principal")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*",¦"Version":"x"}}""", "UnknownElement $.Statement.Version")]
    [InlineData(PolicyType.Identity, """{"Statement":[],¦"Effect":"Deny"}""", "UnknownElement $.Effect")]
    [InlineData(PolicyType.Trust, """{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole",¦"NotPrincipal":5}}""", "ElementNotAllowed $.Statement.NotPrincipal")]
    [InlineData(PolicyType.ResourceControl, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*",¦"NotAction":"*","Principal":"*","Resource":"*"}}""", "ElementNotAllowed $.Statement.NotAction")]
    [InlineData(PolicyType.Resource, """{"Statement":{"Effect":"Deny","Action":"*","Principal":{¦"aws":[5,null]}}}""", "InvalidPrincipalKey $.Statement.Principal.aws")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{¦"StringEqualsIfExistsIfExists":{"k":null}}}}""", "InvalidConditionOperator $.Statement.Condition.StringEqualsIfExistsIfExists")]
    public void Nothing_inside_an_unknown_or_forbidden_member_is_looked_at(PolicyType type, string document, string expected) =>
        Marked.Check(type, document, expected);

    [Theory] // PL-205
    [InlineData("""{"Version":¦"2012-10-18",""")]
    [InlineData("""{"Version":¦"2012-10-17\u0000",""")]
    public void Variables_are_not_checked_while_the_version_is_faulty(string start) => Marked.Check(
        PolicyType.Identity,
        start + """
        "Statement":{"Effect":"Deny","Action":"*","Resource":["arn:aws:s3:::${","arn:aws:s3:${a}:b:c:${}","arn:aws:s3:::${a b}"],
        "Condition":{"StringEquals":{"a:b":"${}"},"Bool":{"a:b":"${a:b}"},"ArnLike":{"a:b":"${"}}}}
        """,
        "InvalidVersion $.Version");

    [Fact] // PL-205: what is wrong under either version is still said
    public void Other_faults_are_reported_while_the_version_is_faulty() => Marked.Check(
        PolicyType.Identity,
        """
        {"Statement":{"Effect":"Deny","Action":¦"s3:${a}","Resource":[¦"bucket/${a}",¦"arn:aws:s3:${a}",¦"arn:aws:s*:::${a}"],
        "Condition":{"NumericEquals":{"a:b":¦"${a}"},"Bool":{"a:c":¦"x"}}},"Version":¦2012}
        """,
        "InvalidAction $.Statement.Action",
        "InvalidResourceArn $.Statement.Resource[0]",
        "InvalidResourceArn $.Statement.Resource[1]",
        "WildcardInServiceSegment $.Statement.Resource[2]",
        "InvalidConditionValue $.Statement.Condition.NumericEquals[\"a:b\"]",
        "InvalidConditionValue $.Statement.Condition.Bool[\"a:c\"]",
        "InvalidType $.Version");

    [Fact] // PL-205
    public void Statements_are_checked_even_if_the_top_level_has_errors() => Marked.Check(
        PolicyType.Identity,
        """{¦"x":1,"Statement":[¦5,¦"x",{"Effect":¦null,"Action":¦{},"Resource":¦true}],¦"Id":2}""",
        "UnknownElement $.x",
        "InvalidType $.Statement[0]",
        "InvalidType $.Statement[1]",
        "InvalidType $.Statement[2].Effect",
        "InvalidType $.Statement[2].Action",
        "InvalidType $.Statement[2].Resource",
        "ElementNotAllowed $.Id");

    [Theory] // PL-005
    [InlineData(PolicyType.Identity, """{"Statement":[],¦"Statement":[]}""", "DuplicateKey $.Statement")]
    [InlineData(PolicyType.Identity, """{"Version":"2012-10-17",¦"\u0056ersion":"2012-10-17","Statement":[]}""", "DuplicateKey $.Version")]
    [InlineData(PolicyType.Resource, """{"Statement":{"Effect":"Deny","Action":"*","Principal":{"AWS":"*",¦"AWS":[]}}}""", "DuplicateKey $.Statement.Principal.AWS")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{},¦"bOOL":{}}}}""", "DuplicateKey $.Statement.Condition.bOOL")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"ForAnyValue:Bool":{},"Bool":{},"BoolIfExists":{},¦"foranyvalue:bool":{}}}}""", "DuplicateKey $.Statement.Condition[\"foranyvalue:bool\"]")]
    [InlineData(PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"k:É":[],¦"K:é":[]}}}}""", "DuplicateKey $.Statement.Condition.Bool[\"K:é\"]")]
    public void A_name_twice_in_one_object_is_an_error_at_the_second_place(PolicyType type, string document, string expected) =>
        Marked.Check(type, document, expected);

    [Fact] // PL-005
    public void The_value_of_a_repeated_member_is_checked_too() => Marked.Check(
        PolicyType.Identity,
        """{"Statement":{"Effect":"Allow",¦"Effect":¦"deny","Action":"*",¦"Action":¦"x","Resource":"*"}}""",
        "DuplicateKey $.Statement.Effect",
        "InvalidEffect $.Statement.Effect",
        "DuplicateKey $.Statement.Action",
        "InvalidAction $.Statement.Action");

    [Fact] // PL-005: many names are told apart as few are
    public void A_repeated_key_is_found_among_many()
    {
        var keys = string.Concat(Enumerable.Range(0, 100).Select(i => $"\"a:{i}\":[],"));
        Marked.Check(
            PolicyType.Identity,
            "{\"Statement\":{" + Rest + ",\"Condition\":{\"Bool\":{" + keys + "¦\"A:5\":[],¦\"a:99\":[]}}}}",
            "DuplicateKey $.Statement.Condition.Bool[\"A:5\"]",
            "DuplicateKey $.Statement.Condition.Bool[\"a:99\"]");
    }

    [Fact] // PL-033
    public void Sids_are_compared_with_regard_to_case_and_the_empty_one_not_at_all() => Marked.Check(
        PolicyType.Resource,
        "{\"Statement\":[" + string.Join(',', new[] { "\"\"", "\"a\"", "\"A\"", "\"\"", "\"a b\"", "¦\"a\"", "¦\"a\"", "¦\"a b\"" }
            .Select(sid => $$"""{"Sid":{{sid}},"Effect":"Deny","Action":"*","Principal":"*"}""")) + "]}",
        "DuplicateSid $.Statement[5].Sid",
        "DuplicateSid $.Statement[6].Sid",
        "DuplicateSid $.Statement[7].Sid");

    [Theory] // PL-010, note 6
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\"", true)]
    [InlineData("\"Action\":[\"*\"],\"Resource\":[\"*\"],\"Sid\":\"A\"", true)]
    [InlineData("\"Action\":\"*:*\",\"Resource\":\"*\"", true)]
    [InlineData("\"Action\":\"s3:*\",\"Resource\":\"*\"", false)]
    [InlineData("\"Action\":[],\"Resource\":\"*\"", false)]
    [InlineData("\"Action\":[\"*\",\"*\"],\"Resource\":\"*\"", false)]
    [InlineData("\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::*\"", false)]
    [InlineData("\"Action\":\"*\",\"NotResource\":\"*\"", false)]
    [InlineData("\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{}", false)]
    public void A_resource_control_policy_allows_only_everything(string members, bool isAllowed) => Marked.Check(
        PolicyType.ResourceControl,
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":{{(isAllowed ? "" : "¦")}}"Allow","Principal":"*",{{members}}}]}""",
        isAllowed ? [] : ["EffectNotAllowed $.Statement[0].Effect"]);

    [Theory] // PL-202: what another fault may have caused is not reported as well
    [InlineData("\"Principal\":¦{\"AWS\":\"*\"},\"Action\":\"*\",\"Resource\":\"*\"", "InvalidPrincipalFormat $.Statement[0].Principal")]
    [InlineData("\"Principal\":\"*\",\"Action\":¦\"x\",\"Resource\":\"*\"", "InvalidAction $.Statement[0].Action")]
    [InlineData("\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":¦5", "InvalidType $.Statement[0].Resource")]
    public void An_Allow_that_may_be_the_full_access_one_is_not_refused_for_its_effect(string members, string expected) => Marked.Check(
        PolicyType.ResourceControl, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow",{{members}}}]}""", expected);
}
