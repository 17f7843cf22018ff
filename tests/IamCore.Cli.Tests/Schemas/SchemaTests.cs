using System.Text.Json;

namespace IamCore.Cli.Tests.Schemas;

/// <summary>The schemas accept what the readers accept, and refuse what a schema can tell to be wrong.</summary>
public sealed class SchemaTests
{
    private static readonly SchemaReader Policy = SchemaReader.Of("policy"), Scenario = SchemaReader.Of("scenario"), Catalog = SchemaReader.Of("catalog");

    public static TheoryData<string> VectorFiles =>
        [.. Directory.EnumerateFiles(Path.Combine(CliRun.SolutionRoot, "tests", "vectors"), "*.json", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(CliRun.SolutionRoot, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(VectorFiles))]
    public void Every_vector_file_fits_the_schema_of_scenarios(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(CliRun.SolutionRoot, file)));
        Assert.True(Scenario.Accepts(document.RootElement));
    }

    [Theory]
    [InlineData("""{ "Version": "2012-10-17", "Statement": [] }""")]
    [InlineData("""{ "Statement": { "Effect": "Deny", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::b" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": { "AWS": [ "*" ], "Service": "a.b" }, "Action": [] } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "*:*", "Resource": "*", "Condition": { "forallvalues:stringLIKEifexists": { "a:b": [ "x", 1, true ] } } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Deny", "Action": "s3:*", "NotPrincipal": { "AWS": "111122223333" }, "Resource": [ "arn:aws:s3:::b", "arn:*:sqs:*" ] } }""")]
    [InlineData("""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "BOOL": { "a:b": [ "True", true ] }, "Bool": { "c:d": "${e:f}" }, "NULL": { "a:b": "FALSE" } } } }""")]
    [InlineData("""{ "Statement": { "Sid": "a b", "Effect": "Allow", "Action": "s3:*", "Principal": { "AWS": [ "AIDACKCEVSQ6C2EXAMPLE", "arn:aws:iam::111122223333:role/app/${x}" ] } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Principal": { "AWS": [ "arn:acme:iam::111122223333:root", "arn:aws:sts::111122223333:assumed-role/r/s" ] } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": [ "arn:aws:s3:::${", "arn:aws:${x:y}:::b", "arn:aws:sqs:*", "arn:aws:sqs:eu:*" ] } }""")]
    [InlineData("""{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::${a:b}/${*}:${c:d, 'e'}/$" } ] }""")]
    public void Well_formed_policies_fit_the_schema_of_policies(string policy) => Assert.True(Accepts(Policy, policy));

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Version": "2012-10-18", "Statement": [] }""")]
    [InlineData("""{ "Version": 20121017, "Statement": [] }""")]
    [InlineData("""{ "version": "2012-10-17", "Statement": [] }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Action": "s3:*" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "allow", "Action": "s3:*" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "NotAction": "s3:*" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "NotAction": [] } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Actions": "s3:*", "Action": "s3:*" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "GetObject" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:Get:Object" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s*:GetObject" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": [ "s3:*", [ "ec2:*" ] ] } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": 5 } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "my-bucket" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Principal": "111122223333" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Principal": { "Aws": "111122223333" } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Principal": { "Service": "*" } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Principal": { "Service": "ec2" } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Principal": { "AWS": "arn:aws:iam::1:role/*" } } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": [] } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "StringEqual": { "a:b": "c" } } } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "NullIfExists": { "a:b": "true" } } } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "StringEquals": { "username": "c" } } } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "StringEquals": { "a:b": null } } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "NotPrincipal": { "AWS": "111122223333" } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:*code*::111122223333:*" } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:*" } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "boolifexists": { "a:b": "yes" } } } }""")]
    [InlineData("""{ "Statement": { "Resource": "*", "Effect": "Allow", "Action": "s3:*", "Condition": { "Null": { "a:b": "${c:d}" } } } }""")]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Action": "s3:*" } }""")]
    [InlineData("""{ "Statement": { "Sid": "a b", "Effect": "Allow", "Action": "s3:*", "Resource": "*" } }""")]
    [InlineData("""{ "Statement": { "Sid": "a\u001Fb", "Effect": "Allow", "Action": "s3:*", "Principal": "*" } }""")]
    public void Malformed_policies_are_refused(string policy) => Assert.False(Accepts(Policy, policy));

    [Theory]
    [InlineData("""{ "policies": {} }""")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:b" } }""")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:b", "resource": "*", "extra": 1 } }""")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:b", "resource": "*", "context": { "a:b": null } } }""")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:b", "resource": "*" }, "expect": { "decision": "deny" } }""")]
    [InlineData("""{ "request": { "principal": "*", "action": "a:b", "resource": "*" }, "policies": { "identity": [ {} ] } }""")]
    [InlineData("""{ "scenarios": [ {} ] }""")]
    public void Malformed_scenarios_are_refused(string scenario) => Assert.False(Accepts(Scenario, scenario));

    [Fact]
    public void A_well_formed_catalog_fits_the_schema_of_catalogs() => Assert.True(Accepts(Catalog, File.ReadAllText("Files/docs.catalog.json")));

    [Theory]
    [InlineData("""{ "Actions": [] }""")]
    [InlineData("""{ "Name": "docs", "Actions": [ { "name": "Read" } ] }""")]
    [InlineData("""{ "Name": "docs", "ConditionKeys": [ { "Name": "docs:x", "Types": [ "Text" ] } ] }""")]
    [InlineData("""{ "Name": "docs", "x-iamcore": { "Completed": true } }""")]
    public void Malformed_catalogs_are_refused(string catalog) => Assert.False(Accepts(Catalog, catalog));

    [Theory]
    [InlineData("policy")]
    [InlineData("scenario")]
    [InlineData("catalog")]
    public void A_schema_says_its_version(string name)
    {
        using var schema = JsonDocument.Parse(CliRun.Of("schema", name).Output);
        Assert.Equal($"urn:iamcore:schema:{name}:1", schema.RootElement.GetProperty("$id").GetString());
    }

    private static bool Accepts(SchemaReader schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return schema.Accepts(document.RootElement);
    }
}
