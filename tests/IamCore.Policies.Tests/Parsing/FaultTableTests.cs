namespace IamCore.Policies.Tests.Parsing;

/// <summary>PL-203, row by row, and PL-206: code, path, line and column.</summary>
[Rule("PL-203"), Rule("PL-206")]
public sealed class FaultTableTests
{
    private const string Rest = "\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"";

    [Theory]
    [InlineData(PolicyType.Identity, """{"Version":"2012-10-17","Statement":[]¦""", "InvalidJson $")]
    [InlineData(PolicyType.Identity, """¦[]""", "InvalidType $")]
    [InlineData(PolicyType.Identity, """¦{"Version":"2012-10-17"}""", "MissingStatement $")]
    [InlineData(PolicyType.Identity, """{"Version": ¦"2012-10-18","Statement":[]}""", "InvalidVersion $.Version")]
    [InlineData(PolicyType.Identity, """{"Version": ¦20121017,"Statement":[]}""", "InvalidType $.Version")]
    [InlineData(PolicyType.Identity, """{¦"version": "2012-10-17","Statement":[]}""", "UnknownElement $.version")]
    [InlineData(PolicyType.Identity, """{¦"Id": "x","Statement":[]}""", "ElementNotAllowed $.Id")]
    [InlineData(PolicyType.Session, """{¦"Id": "x","Statement":[]}""", "ElementNotAllowed $.Id")]
    [InlineData(PolicyType.ServiceControl, """{"Version":"2012-10-17",¦"Id": "x","Statement":[]}""", "ElementNotAllowed $.Id")]
    [InlineData(PolicyType.ServiceControl, """¦{"Statement":[]}""", "MissingVersion $")]
    [InlineData(PolicyType.ServiceControl, """{"Version": ¦"2008-10-17","Statement":[]}""", "InvalidVersion $.Version")]
    public void A_fault_of_a_document(PolicyType type, string document, string expected) => Marked.Check(type, document, expected);

    [Theory]
    [InlineData("""{"Effect": ¦"allow","Action":"s3:*","Resource":"*"}""", "InvalidEffect $.Statement[0].Effect")]
    [InlineData("""{"Effect":"Allow",¦"Effect":"Allow","Action":"s3:*","Resource":"*"}""", "DuplicateKey $.Statement[0].Effect")]
    [InlineData("""¦{"Action":"s3:*","Resource":"*"}""", "MissingEffect $.Statement[0]")]
    [InlineData("""{"Sid": ¦"my statement",""" + Rest + "}", "InvalidSid $.Statement[0].Sid")]
    [InlineData("""{"Sid":"A",""" + Rest + """},{"Sid": ¦"A",""" + Rest + "}", "DuplicateSid $.Statement[1].Sid")]
    [InlineData("""{¦"Principal": "*",""" + Rest + "}", "ElementNotAllowed $.Statement[0].Principal")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦"GetObject"}""", "InvalidAction $.Statement[0].Action")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦"s3:"}""", "InvalidAction $.Statement[0].Action")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦"s3:Get:Object"}""", "InvalidAction $.Statement[0].Action")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦"s*:GetObject"}""", "WildcardInServicePrefix $.Statement[0].Action")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦5}""", "InvalidType $.Statement[0].Action")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ["s3:*", ¦["ec2:*"]]}""", "InvalidType $.Statement[0].Action[1]")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action":"s3:*",¦"NotAction":"s3:*"}""", "UnsupportedElementCombination $.Statement[0].NotAction")]
    [InlineData("""{"Effect":"Allow","Resource":"*","NotAction": ¦[]}""", "EmptyList $.Statement[0].NotAction")]
    [InlineData("""{"Effect":"Allow","Resource":"*","Action": ¦"s3:${aws:username}"}""", "VariableUnsupportedInElement $.Statement[0].Action")]
    public void A_fault_of_an_identity_statement(string statements, string expected) =>
        Marked.Check(PolicyType.Identity, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""", expected);

    [Theory]
    [InlineData("¦\"my-bucket\"", "InvalidResourceArn")]
    [InlineData("¦\"arn:aws:s3:bucket\"", "InvalidResourceArn")]
    [InlineData("¦\"arn:aws:*:*:*:*\"", "WildcardInServiceSegment")]
    [InlineData("¦\"arn:*\"", "WildcardInServiceSegment")]
    [InlineData("¦\"arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:q\"", "VariableUnsupportedInElement")]
    [InlineData("¦\"arn:aws:s3:::${aws:username\"", "MissingBraceInVariable")]
    [InlineData("¦\"arn:aws:s3:::${}\"", "EmptyVariable")]
    [InlineData("¦\"arn:aws:s3:::${ }\"", "EmptyVariable")]
    [InlineData("¦\"arn:aws:s3:::${aws:user name}\"", "UnsupportedSpaceInVariable")]
    [InlineData("¦\"arn:aws:s3:::${aws:username , 'x'}\"", "UnsupportedSpaceInVariable")]
    [InlineData("¦\"arn:aws:s3:::${aws:username, x}\"", "MissingQuoteInVariable")]
    [InlineData("¦\"arn:aws:s3:::${a${b}}\"", "InvalidVariable")]
    [InlineData("¦\"${aws:PrincipalArn}\"", "InvalidResourceArn")]
    public void A_fault_of_a_resource(string resource, string code) => Marked.Check(
        PolicyType.Identity,
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":{{resource}} } }""",
        $"{code} $.Statement.Resource");

    [Theory]
    [InlineData("¦[]", "InvalidType $.Statement[0].Condition")]
    [InlineData("""{¦"StringEqual": {"a:b":"c"}}""", "InvalidConditionOperator $.Statement[0].Condition.StringEqual")]
    [InlineData("""{¦"ForSomeValues:StringEquals": {"a:b":"c"}}""", "InvalidConditionOperator $.Statement[0].Condition[\"ForSomeValues:StringEquals\"]")]
    [InlineData("""{¦"NullIfExists": {"a:b":"true"}}""", "NullWithIfExists $.Statement[0].Condition.NullIfExists")]
    [InlineData("""{"Null": {"a:b": ¦"yes"}}""", "InvalidConditionValue $.Statement[0].Condition.Null[\"a:b\"]")]
    [InlineData("""{"StringEquals": {¦"username":"c"}}""", "InvalidConditionKey $.Statement[0].Condition.StringEquals.username")]
    [InlineData("""{"StringEquals": {"a:b":"c",¦"A:B":"d"}}""", "DuplicateKey $.Statement[0].Condition.StringEquals[\"A:B\"]")]
    [InlineData("""{"StringEquals": {"a:b": ¦null}}""", "InvalidType $.Statement[0].Condition.StringEquals[\"a:b\"]")]
    [InlineData("""{"NumericEquals": {"a:b": ¦"ten"}}""", "InvalidConditionValue $.Statement[0].Condition.NumericEquals[\"a:b\"]")]
    [InlineData("""{"DateLessThan": {"a:b": ¦"01/02/2026"}}""", "InvalidConditionValue $.Statement[0].Condition.DateLessThan[\"a:b\"]")]
    [InlineData("""{"IpAddress": {"a:b": ¦"203.0.113.0/33"}}""", "InvalidConditionValue $.Statement[0].Condition.IpAddress[\"a:b\"]")]
    [InlineData("""{"ArnLike": {"a:b": ¦"bucket"}}""", "InvalidConditionValue $.Statement[0].Condition.ArnLike[\"a:b\"]")]
    [InlineData("""{"BinaryEquals": {"a:b": ¦"%%"}}""", "InvalidConditionValue $.Statement[0].Condition.BinaryEquals[\"a:b\"]")]
    [InlineData("""{"NumericEquals": {"a:b": ¦"${aws:userid}"}}""", "InvalidVariableForOperator $.Statement[0].Condition.NumericEquals[\"a:b\"]")]
    [InlineData("""{"StringEquals": {"a:b":"c"},¦"stringequals": {"a:d":"c"}}""", "DuplicateKey $.Statement[0].Condition.stringequals")]
    [InlineData("""{"Bool": {"a:b": ¦"${aws:x"}}""", "MissingBraceInVariable $.Statement[0].Condition.Bool[\"a:b\"]")]
    [InlineData("""{"Null": {"a:b": ¦"${aws:x}"}}""", "InvalidVariableForOperator $.Statement[0].Condition.Null[\"a:b\"]")]
    public void A_fault_of_a_condition(string condition, string expected) =>
        Marked.Check(PolicyType.Identity, $$"""{"Version":"2012-10-17","Statement":[{ {{Rest}},"Condition":{{condition}} }]}""", expected);

    [Theory]
    [InlineData(PolicyType.Resource, """¦{"Effect":"Allow","Action":"s3:*"}""", "MissingPrincipal $.Statement[0]")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*",¦"NotPrincipal": {"AWS":"111122223333"}}""", "NotPrincipalWithAllow $.Statement[0].NotPrincipal")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": ¦"111122223333"}""", "InvalidPrincipalFormat $.Statement[0].Principal")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {¦"Aws":"111122223333"}}""", "InvalidPrincipalKey $.Statement[0].Principal.Aws")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"AWS": ¦"11112222333"}}""", "InvalidPrincipalFormat $.Statement[0].Principal.AWS")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"AWS": ¦"arn:aws:iam::111122223333:group/Dev"}}""", "InvalidPrincipalFormat $.Statement[0].Principal.AWS")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"AWS": ¦"arn:aws:iam::111122223333:user/*"}}""", "UnsupportedWildcardInPrincipal $.Statement[0].Principal.AWS")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"Service": ¦"*"}}""", "UnsupportedWildcardInPrincipal $.Statement[0].Principal.Service")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"Service": ¦"ec2"}}""", "InvalidServicePrincipal $.Statement[0].Principal.Service")]
    [InlineData(PolicyType.Resource, """{"Effect":"Allow","Action":"s3:*","Principal": {"AWS": ¦"arn:aws:iam::111122223333:user/${aws:username}"}}""", "VariableUnsupportedInElement $.Statement[0].Principal.AWS")]
    [InlineData(PolicyType.Trust, """{"Effect":"Allow","Action":"sts:AssumeRole","Principal":"*",¦"Resource": "*"}""", "ElementNotAllowed $.Statement[0].Resource")]
    [InlineData(PolicyType.Trust, """{"Effect":"Deny","Action":"sts:AssumeRole",¦"NotPrincipal": {"AWS":"111122223333"}}""", "ElementNotAllowed $.Statement[0].NotPrincipal")]
    [InlineData(PolicyType.ServiceControl, """{"Effect":"Deny","Action":"s3:*","Resource":"*",¦"NotPrincipal": {"AWS":"111122223333"}}""", "ElementNotAllowed $.Statement[0].NotPrincipal")]
    [InlineData(PolicyType.Trust, """{"Effect":"Allow","Action":"sts:AssumeRoleWithSAML","Principal": {"Federated": ¦""}}""", "InvalidPrincipalFormat $.Statement[0].Principal.Federated")]
    [InlineData(PolicyType.ResourceControl, """{"Effect":"Deny",¦"NotAction":"s3:*","Principal":"*","Resource":"*"}""", "ElementNotAllowed $.Statement[0].NotAction")]
    [InlineData(PolicyType.ResourceControl, """{"Effect":"Deny","Action":"s3:*","Principal": ¦{"AWS":"111122223333"},"Resource":"*"}""", "InvalidPrincipalFormat $.Statement[0].Principal")]
    [InlineData(PolicyType.ResourceControl, """{"Effect":"Deny","Action":"s3:*","Principal": ¦{"AWS":"*"},"Resource":"*"}""", "InvalidPrincipalFormat $.Statement[0].Principal")]
    [InlineData(PolicyType.ResourceControl, """{"Effect": ¦"Allow","Action":"s3:*","Principal":"*","Resource":"*"}""", "EffectNotAllowed $.Statement[0].Effect")]
    public void A_fault_of_a_statement_of_another_type(PolicyType type, string statement, string expected) =>
        Marked.Check(type, $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""", expected);

    [Theory]
    [InlineData(PolicyType.Resource, """{"Sid": "my statement","Effect":"Allow","Action":"s3:*","Principal":"*"}""")]
    [InlineData(PolicyType.ResourceControl, """{"Effect":"Allow","Action":"*","Principal":"*","Resource":"*"}""")]
    public void What_the_table_allows_beside_a_fault(PolicyType type, string statement) =>
        Marked.Check(type, $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""");

    [Fact]
    public void The_example_of_PL_206_has_these_errors_in_this_order_and_no_other()
    {
        const string Document = """
            { "Version": "2012-10-17",
              "Statement": [
                { "Sid": "a b", "Effect": "allow", "Action": ["s3:*", "s3"], "Principal": 5,
                  "Condition": { "StringEqual": { "k": null } } } ],
              "statement": [] }
            """;
        Assert.Equal(
            [
                "MissingResource $.Statement[0] (3,5)",
                "InvalidSid $.Statement[0].Sid (3,14)",
                "InvalidEffect $.Statement[0].Effect (3,31)",
                "InvalidAction $.Statement[0].Action[1] (3,59)",
                "ElementNotAllowed $.Statement[0].Principal (3,66)",
                "InvalidConditionOperator $.Statement[0].Condition.StringEqual (4,22)",
                "UnknownElement $.statement (5,3)",
            ],
            Marked.Faults(PolicyType.Identity, Document));
    }
}
