using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;

namespace IamCore.Policies.Tests.Linting;

/// <summary>Service catalogs: AWS's format and our additions (VA-201 to VA-216).</summary>
public sealed class CatalogTests
{
    private static readonly string[] Files = ["docs", "iam", "s3", "sqs"];

    [Theory] // VA-208
    [InlineData("docs")]
    [InlineData("iam")]
    [InlineData("s3")]
    [InlineData("sqs")]
    public void What_is_saved_is_loaded_again(string name)
    {
        var catalog = LintOptions.Load(name);
        var again = ServiceCatalog.Load(catalog.Save(name), out var diagnostics);
        Assert.Equal(catalog, again);
        Assert.DoesNotContain(diagnostics, d => d.Severity != CatalogSeverity.Info);
    }

    [Fact] // VA-202: members of AWS's format survive
    public void Operations_and_features_are_kept()
    {
        Assert.True(LintOptions.Load("s3").TryGetService("S3", out var service));
        var operation = Assert.Single(service.Operations);
        Assert.Equal(new AuthorizedAction("GetObject", "s3", []), Assert.Single(operation.AuthorizedActions));
        Assert.Equal(new SdkMethod("s3", "get_object", "Boto3"), Assert.Single(operation.Sdk));
        Assert.Equal(2, service.Actions[0].SupportedBy.Count);
        Assert.True(service.IsAws);
        Assert.Null(service.Complete);
    }

    [Fact] // VA-208
    public void A_service_declared_in_code_is_the_one_its_document_loads_to()
    {
        var built = ServiceCatalog.CreateBuilder()
            .Service("docs", docs => docs
                .Action("ReadDocument", AccessLevel.Read, ["document"], ["docs:Classification"])
                .Action("ListDocuments", AccessLevel.List)
                .Resource("document", "arn:${Partition}:docs:${Region}:${Account}:document/${Owner}/${Id}", "aws:ResourceTag/${TagKey}")
                .ConditionKey("docs:Classification", "String", "public", "internal", "secret")
                .DelegationAction("docs:ShareDocument", "docs:ShareTarget")
                .With(s => s with { Complete = true, Partitions = ["app"], SupportsRcp = true }))
            .Build();
        var loaded = ServiceCatalog.Load(
            """
            { "Name": "docs", "Version": "v1.4",
              "Actions": [
                { "Name": "ReadDocument", "Resources": [{ "Name": "document" }], "ActionConditionKeys": ["docs:Classification"],
                  "Annotations": { "Properties": { "IsList": false, "IsPermissionManagement": false, "IsTaggingOnly": false, "IsWrite": false } } },
                { "Name": "ListDocuments", "Annotations": { "Properties": { "IsList": true } } } ],
              "ConditionKeys": [ { "Name": "docs:Classification", "Types": ["String"], "x-iamcore": { "Values": ["public","internal","secret"] } } ],
              "Resources": [ { "Name": "document", "ARNFormats": ["arn:${Partition}:docs:${Region}:${Account}:document/${Owner}/${Id}"],
                               "ConditionKeys": ["aws:ResourceTag/${TagKey}"] } ],
              "x-iamcore": { "Complete": true, "Partitions": ["app"], "SupportsRcp": true,
                             "DelegationActions": [{ "Action": "docs:ShareDocument", "GuardKey": "docs:ShareTarget" }] } }
            """,
            out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(loaded, built);
    }

    [Theory] // VA-209
    [InlineData("{", "CAT_JSON", "$", 1)]
    [InlineData("5", "CAT_JSON", "$", 1)]
    [InlineData("{}", "CAT_NAME_MISMATCH", "$", 1)]
    [InlineData("""{"Name":"a","Actions":[{"Name":"X"},{"Name":"x"}]}""", "CAT_DUPLICATE_ACTION", "$.Actions[1]", 1)]
    [InlineData("""{"Name":"a","Actions":[{"Name":"b:X"}]}""", "CAT_NAME_MISMATCH", "$.Actions[0]", 1)]
    [InlineData("{\"Name\":\"a\",\n\"Actions\":[{\"Name\":\"X\",\"Resources\":[{\"Name\":\"r\"}]}]}", "CAT_UNKNOWN_RESOURCE", "$.Actions[0]", 2)]
    [InlineData("""{"Name":"a","Actions":[{"Name":"X","ActionConditionKeys":["b:k"]}]}""", "CAT_UNKNOWN_KEY", "$.Actions[0]", 1)]
    [InlineData("""{"Name":"a","Resources":[{"Name":"r","ARNFormats":["arn:aws:a"]}]}""", "CAT_BAD_ARN_FORMAT", "$.Resources[0]", 1)]
    [InlineData("""{"Name":"a","ConditionKeys":[{"Name":"a:k","Types":["Text"]}]}""", "CAT_UNKNOWN_TYPE", "$.ConditionKeys[0]", 1)]
    [InlineData("""{"Name":"a","Version":5}""", "CAT_BAD_MEMBER", "$.Version", 1)]
    public void What_is_odd_is_told_at_its_place(string json, string code, string path, int line)
    {
        _ = ServiceCatalog.Load(json, out var diagnostics);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, path, line), (diagnostic.Code, diagnostic.Path, diagnostic.Line));
    }

    [Theory] // VA-209
    [InlineData("""{"Name":"a","Actions":[{"Name":"X","ActionConditionKeys":["aws:RequestTag/${TagKey}","aws:sourceip","a:k"]}],"ConditionKeys":[{"Name":"a:k","Types":["Boolean","arrayofLong"]}],"Extra":{}}""")]
    [InlineData("""[{"service":"a","url":"x"}]""")]
    [InlineData("""{"SDK":{"Python":{}}}""")]
    public void What_is_usual_in_AWS_files_is_not_odd(string json)
    {
        _ = ServiceCatalog.Load(json, out var diagnostics);
        Assert.Empty(diagnostics);
    }

    [Theory] // VA-203
    [InlineData("""{"IsList":true,"IsPermissionManagement":true,"IsTaggingOnly":true,"IsWrite":true}""", AccessLevel.PermissionsManagement)]
    [InlineData("""{"IsList":true,"IsTaggingOnly":true,"IsWrite":true}""", AccessLevel.Tagging)]
    [InlineData("""{"IsList":true,"IsWrite":true}""", AccessLevel.Write)]
    [InlineData("""{"IsList":true}""", AccessLevel.List)]
    [InlineData("{}", AccessLevel.Read)]
    public void The_access_level_is_that_of_the_first_property(string properties, AccessLevel expected)
    {
        var catalog = ServiceCatalog.Load($$$"""{"Name":"a","Actions":[{"Name":"X","Annotations":{"Properties":{{{properties}}}}}]}""", out _);
        Assert.Equal(expected, catalog.Services[0].Actions[0].AccessLevel);
    }

    [Fact] // VA-210
    public void A_service_declared_twice_has_what_both_declare_and_the_later_wins()
    {
        var first = ServiceCatalog.Load("""{"Name":"a","Actions":[{"Name":"X"}],"ConditionKeys":[{"Name":"a:k","Types":["String"]}],"Resources":[{"Name":"r","ARNFormats":["arn:aws:a:::r"]}]}""", out _);
        var second = ServiceCatalog.Load("""{"Name":"A","Actions":[{"Name":"Y"}],"ConditionKeys":[{"Name":"a:K","Types":["Bool"]}],"Resources":[{"Name":"r","ARNFormats":["arn:aws:a:::s"]}]}""", out _);
        var merged = ServiceCatalog.Merge([first, second], out var diagnostics);
        var service = Assert.Single(merged.Services);
        Assert.Equal(["X", "Y"], service.Actions.Select(a => a.Name));
        Assert.Equal("Bool", service.ConditionKeys[0].Types[0]);
        Assert.Equal("arn:aws:a:::s", service.Resources[0].ArnFormats[0]);
        Assert.Equal(["CAT_CONFLICT", "CAT_CONFLICT"], diagnostics.Select(d => d.Code));
    }

    [Fact] // VA-903
    public void A_document_of_keys_alone_adds_global_keys()
    {
        var catalog = ServiceCatalog.Load("""{"ConditionKeys":[{"Name":"aws:NewKey","Types":["Bool"]}]}""", out _);
        const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:NewKey":"true"}}}}""";
        var options = new ValidationOptions(PolicyType.Identity);
        Assert.Contains(PolicyValidator.Validate(Policy, options), f => f.Code == "INVALID_GLOBAL_CONDITION_KEY");
        Assert.Empty(PolicyValidator.Validate(Policy, options with { Catalog = catalog }));
    }

    [Fact] // VA-002
    public void The_checks_of_AWS_run_where_the_catalog_has_a_service_of_AWS()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":"x"}}}}""";
        bool Fires(params string[] files) => PolicyValidator.Validate(
            Policy, new ValidationOptions(PolicyType.Identity) { Catalog = ServiceCatalog.Merge(files.Select(LintOptions.Load)) }).Any(f => f.Code == "INVALID_VPC_FORMAT");
        Assert.False(Fires());
        Assert.False(Fires("docs"));
        Assert.True(Fires(Files));
    }

    [Fact] // VA-207: what an incomplete service does not declare may still exist
    public void Names_of_an_incomplete_service_pass_while_the_catalog_is_open()
    {
        var catalog = ServiceCatalog.Load("""{"Name":"a","Actions":[{"Name":"X"}],"x-iamcore":{"Complete":false}}""", out _);
        const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"a:Y","Resource":"*"}}""";
        var options = new ValidationOptions(PolicyType.Identity) { Catalog = catalog };
        Assert.Empty(PolicyValidator.Validate(Policy, options));
        Assert.Equal("INVALID_ACTION", Assert.Single(PolicyValidator.Validate(Policy, options with { CatalogMode = CatalogMode.Closed })).Code);
    }
}
