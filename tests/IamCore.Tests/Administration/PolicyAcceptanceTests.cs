using IamCore.Administration.Groups;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Policies.Linting;
using IamCore.Policies.Linting.Catalog;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Storing a document asks the validator: errors refuse, everything else is returned (ID-002, VA-001).</summary>
public sealed class PolicyAcceptanceTests
{
    private const string UnknownKey = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Read*","Resource":"*",
         "Condition":{"StringEquals":{"aws:PrincipalOrgIdd":"o-1"}}}}
        """;

    private const string PassRole = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}}""";

    private const string PrivateAddress = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Read*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}
        """;

    [Fact]
    public async Task Every_operation_that_stores_a_document_refuses_what_the_validator_calls_an_error()
    {
        var d = await NewAsync();
        var arn = await d.PolicyAsync("docs");
        await d.DoAsync(new CreateUser("ann"));
        await d.DoAsync(new CreateGroup("devs"));
        await d.DoAsync(new CreateRole("reader", Trust(Here)));
        await d.DoAsync(new CreateOrganization());
        var scp = (await d.DoAsync(new CreateControlPolicy("Guard", PolicyType.ServiceControl, AllowRead))).Value;
        var trust = Trust(Here).Replace("\"Action\"", "\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgIdd\":\"o-1\"}},\"Action\"", StringComparison.Ordinal);
        const string Code = "INVALID_GLOBAL_CONDITION_KEY";
        const IamErrorCode Malformed = IamErrorCode.MalformedPolicyDocument;

        var error = await d.RefusedAsync(Malformed, Code, new CreatePolicy("bad", UnknownKey));
        Assert.Contains("aws:PrincipalOrgIdd", error.Message, StringComparison.Ordinal);
        Assert.Equal("$.Statement.Condition.StringEquals[\"aws:PrincipalOrgIdd\"]", Assert.Single(error.Details).Subject);
        await d.RefusedAsync(Malformed, Code, new CreatePolicyVersion(arn, UnknownKey));
        await d.RefusedAsync(Malformed, Code, new PutUserPolicy("ann", "p", UnknownKey));
        await d.RefusedAsync(Malformed, Code, new PutGroupPolicy("devs", "p", UnknownKey));
        await d.RefusedAsync(Malformed, Code, new PutRolePolicy("reader", "p", UnknownKey));
        await d.RefusedAsync(Malformed, Code, new CreateRole("other", trust));
        await d.RefusedAsync(Malformed, Code, new UpdateAssumeRolePolicy("reader", trust));
        await d.RefusedAsync(Malformed, Code, new CreateControlPolicy("Bad", PolicyType.ServiceControl, UnknownKey));
        await d.RefusedAsync(Malformed, Code, new UpdateControlPolicy(scp.Id) { Content = UnknownKey });
    }

    [Fact]
    public async Task What_is_only_doubtful_is_stored_and_returned_with_its_place()
    {
        var d = await NewAsync();
        var saved = await d.DoAsync(new CreatePolicy("pass", PassRole));
        var finding = Assert.Single(saved.Findings);
        Assert.Equal(("PASS_ROLE_WITH_STAR_IN_RESOURCE", FindingType.SecurityWarning, "$.Statement.Action"), (finding.Code, finding.Type, finding.Path));
        Assert.Equal((1, PassRole.IndexOf("\"iam:PassRole\"", StringComparison.Ordinal) + 1), (finding.Line, finding.Column));
        Assert.Empty((await d.DoAsync(new CreatePolicy("clean", AllowRead))).Findings);
    }

    [Fact]
    public async Task A_host_can_raise_the_level_and_lower_it()
    {
        var strict = await NewAsync(new() { PolicyAcceptance = new() { RefusedFrom = FindingType.SecurityWarning } });
        await strict.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "PASS_ROLE_WITH_STAR_IN_RESOURCE", new CreatePolicy("pass", PassRole));

        var lenient = await NewAsync(new() { PolicyAcceptance = new() { RefusedFrom = null } });
        var finding = Assert.Single((await lenient.DoAsync(new CreatePolicy("key", UnknownKey))).Findings);
        Assert.Equal(("INVALID_GLOBAL_CONDITION_KEY", FindingType.Error), (finding.Code, finding.Type));
        await lenient.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidEffect", new CreatePolicy("bad", AllowRead.Replace("Allow", "allow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Private_addresses_are_returned_because_an_application_may_have_such_callers()
    {
        var d = await NewAsync();
        Assert.Equal("PRIVATE_IP_ADDRESS", Assert.Single((await d.DoAsync(new CreatePolicy("office", PrivateAddress))).Findings).Code);

        var cloud = await NewAsync(new() { PolicyAcceptance = new() { NeverRefused = [] } });
        await cloud.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "PRIVATE_IP_ADDRESS", new CreatePolicy("office", PrivateAddress));

        var quiet = await NewAsync(new() { PolicyAcceptance = new() { Suppress = ["PRIVATE_IP_ADDRESS", "MISSING_VERSION"] } });
        Assert.Empty((await quiet.DoAsync(new CreatePolicy("office", PrivateAddress))).Findings);
    }

    [Fact]
    public async Task The_hosts_catalog_finds_misspelt_actions()
    {
        var catalog = ServiceCatalog.CreateBuilder().Service("docs", s => s.Action("ReadDocument", AccessLevel.Read)).Build();
        var d = await NewAsync(new() { PolicyAcceptance = new() { Catalog = catalog } });
        await d.RefusedAsync(
            IamErrorCode.MalformedPolicyDocument, "INVALID_ACTION",
            new CreatePolicy("typo", AllowRead.Replace("docs:Read*", "docs:RaedDocument", StringComparison.Ordinal)));
        await d.DoAsync(new CreatePolicy("right", AllowRead.Replace("docs:Read*", "docs:ReadDocument", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sizes_are_the_quotas_of_the_instance_and_never_findings()
    {
        var d = await NewAsync(With(Quota.AclSizePerRole, 4_096));
        var wide = Trust(Here).Replace("\"Action\"", $"\"Sid\":\"{new string('a', 3_000)}\",\"Action\"", StringComparison.Ordinal);
        Assert.Empty((await d.DoAsync(new CreateRole("wide", wide))).Findings);
    }
}
