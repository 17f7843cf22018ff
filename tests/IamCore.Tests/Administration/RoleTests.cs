using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Configuration;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class RoleTests
{
    private const string Service = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    [Fact]
    public async Task A_role_is_made_with_exactly_the_given_data() // ID-106, ID-109, ID-117
    {
        var d = await NewAsync();
        var role = (await d.DoAsync(new CreateRole("Deploy", Service)
        {
            Path = "/app/", Description = "Ä\t\n", MaxSessionDuration = 7200, PermissionsBoundary = Administrator, Tags = [new("a", "b")],
        })).Value;
        Assert.Equal(Arn("role/app/Deploy"), role.Arn);
        Assert.Matches("^AROA[A-Z2-7]{17}$", role.Id);
        var read = await d.DoAsync(new GetRole("DEPLOY"));
        Assert.Equal(role, read.Role);
        Assert.Equal(Administrator, read.PermissionsBoundary);
        Assert.Equal(RoleCategory.Service, read.Category); // ID-121
        Assert.Equal([role with { Tags = ValueList<Tag>.Empty, PermissionsBoundary = null }], (await d.DoAsync(new ListRoles { PathPrefix = "/app/" })).Items); // ID-117
        Assert.Equal(3600, (await d.DoAsync(new CreateRole("Plain", Trust(Here)))).Value.MaxSessionDuration);
        Assert.Equal(RoleCategory.Standard, (await d.DoAsync(new GetRole("Plain"))).Category);
    }

    [Fact]
    public async Task What_makes_no_role_is_refused() // ID-109
    {
        var d = await NewAsync(With(Quota.RolesPerAccount, 1));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-045", new CreateRole("a b", Service));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-057", new CreateRole("a", Service) { Description = "☃" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-217", new CreateRole("a", Service) { MaxSessionDuration = 3599 });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-217", new CreateRole("a", Service) { MaxSessionDuration = 43201 });
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-207", new CreateRole("a", Service.Replace("sts:AssumeRole", $"sts:AssumeRole{new string('x', 2048)}", StringComparison.Ordinal)));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-206", new CreateRole("a", Service) { Tags = [.. Enumerable.Range(0, 51).Select(i => new Tag($"k{i}", ""))] });
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "MissingPrincipal", new CreateRole("a", AllowRead));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-063", new CreateRole("a", Service) { Path = "/aws-service-role/x/" });
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-063", new CreateRole("a", Service) { Path = "/aws-reserved/" });
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-075", new CreateRole("a", Service) { Tags = [new("k", ""), new("K", "")] });
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-109", new CreateRole("a", Service) { PermissionsBoundary = Arn("policy/None") });
        await d.DoAsync(new CreateRole("a", Service) { Path = "/service-role/" });
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-109", new CreateRole("A", Service));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-185", new CreateRole("b", Service));
    }

    [Theory]
    [InlineData("\"*\"", "ID-112")]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:user/*\"}", "UnsupportedWildcardInPrincipal")]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:group/Admins\"}", "InvalidPrincipalFormat")] // ID-166
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:user/nobody\"}", "ID-113")]
    [InlineData("{\"AWS\":[\"*\",\"arn:aws:iam::111122223333:role/none\"]}", "ID-113")]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:user/Ann\"}", "ID-113")] // stored as ann: ARNs are case-sensitive
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:user/x/ann\"}", "ID-113")]
    public async Task A_principal_that_cannot_be_trusted_is_refused(string principal, string rule) // ID-111 to ID-113
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("ann"));
        await d.DoAsync(new CreateGroup("Admins"));
        var trust = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{{principal}}},"Action":"sts:AssumeRole"}}""";
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, rule, new CreateRole("r", trust));
        await d.DoAsync(new CreateRole("r", Service));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, rule, new UpdateAssumeRolePolicy("r", trust));
    }

    [Fact]
    public async Task Every_kind_of_principal_is_accepted() // ID-111, ID-171
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("ann"));
        await d.DoAsync(new CreateRole("other", Service));
        const string Trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","sts:TagSession"],"Principal":{
              "AWS":["111122223333","arn:aws:iam::111122223333:root","arn:aws:iam::111122223333:user/ann","arn:aws:iam::111122223333:role/other",
                "arn:aws:sts::111122223333:assumed-role/other/session","arn:aws:sts::111122223333:federated-user/x","arn:aws:iam::999988887777:user/far",
                "AIDAABCDEFGHIJKLMNOPQ"],
              "Service":"ec2.amazonaws.com","Federated":["accounts.google.com","arn:aws:iam::111122223333:saml-provider/x"]}}]}
            """;
        var saved = await d.DoAsync(new CreateRole("r", Trust));
        Assert.Equal(Trust, saved.Value.TrustPolicy.ToString());
        Assert.Equal(Trust, (await d.DoAsync(new GetRole("r"))).Role.TrustPolicy.ToString());
    }

    [Fact]
    public async Task Foreign_principals_can_be_refused() // ID-113, ID-171
    {
        var d = await NewAsync(new() { ForeignPrincipals = ForeignPrincipals.Reject });
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "ID-113", new CreateRole("r", Trust("arn:aws:iam::999988887777:user/far")));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "ID-171", new CreateRole("r", Trust("AIDAABCDEFGHIJKLMNOPQ")));
        await d.DoAsync(new CreateRole("r", Trust("999988887777")));
    }

    [Fact]
    public async Task Trust_follows_a_renamed_user_and_not_a_re_created_one() // ID-167, ID-168, SC-117, SC-118
    {
        var d = await NewAsync();
        var ann = await d.DoAsync(new CreateUser("ann"));
        var text = Trust(ann.Arn).Replace("{\"Version\"", "{ \r\n \"Version\"", StringComparison.Ordinal);
        await d.DoAsync(new CreateRole("r", text));
        Assert.Contains($"\"AWS\":\"{ann.Id}\"", await StoredTrustAsync(d), StringComparison.Ordinal);
        Assert.Equal(text, await ShownTrustAsync(d)); // everything else stays, white space too
        var renamed = await d.DoAsync(new UpdateUser("ann") { NewUserName = "anna", NewPath = "/x/" });
        Assert.Equal(text.Replace(ann.Arn, renamed.Arn, StringComparison.Ordinal), await ShownTrustAsync(d));
        await d.DoAsync(new DeleteUser("anna"));
        Assert.Equal(text.Replace(ann.Arn, ann.Id, StringComparison.Ordinal), await ShownTrustAsync(d));
        await d.DoAsync(new CreateUser("ann"));
        Assert.Equal(text.Replace(ann.Arn, ann.Id, StringComparison.Ordinal), await ShownTrustAsync(d));
        await d.DoAsync(new UpdateAssumeRolePolicy("r", text));
        Assert.Equal(text, await ShownTrustAsync(d));
    }

    [Fact]
    public async Task ARNs_outside_of_principals_are_never_translated() // ID-169, ID-170
    {
        var d = await NewAsync();
        var ann = await d.DoAsync(new CreateUser("ann"));
        var trust = $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["{{{ann.Arn}}}","{{{Here}}}"],"Service":"a.b"},"Action":"sts:AssumeRole",
             "Condition":{"StringEquals":{"aws:PrincipalArn":"{{{ann.Arn}}}","aws:SourceArn":"{{{ann.Arn}}}"} } }]}
            """;
        await d.DoAsync(new CreateRole("r", trust));
        var stored = await StoredTrustAsync(d);
        Assert.Equal(3, trust.Split(ann.Arn).Length - 1);
        Assert.Equal(2, stored.Split(ann.Arn).Length - 1);
        Assert.Equal(trust, await ShownTrustAsync(d));
    }

    [Fact]
    public async Task Escaped_principals_are_found_too() // ID-167
    {
        var d = await NewAsync();
        var ann = await d.DoAsync(new CreateUser("ann"));
        var escaped = ann.Arn.Replace("ann", "\\u0061nn", StringComparison.Ordinal);
        await d.DoAsync(new CreateRole("r", Trust(escaped)));
        Assert.Equal(Trust(ann.Id), await StoredTrustAsync(d));
    }

    [Fact]
    public async Task Doubtful_trust_is_stored_with_findings() // ID-110, ID-112, ID-123
    {
        var d = await NewAsync(new() { Services = [new("ec2.amazonaws.com", "Machines"), new("billing.example.com", "Billing")] });
        Assert.Empty((await d.DoAsync(new CreateRole("a", Service))).Findings);
        Assert.Empty((await d.DoAsync(new CreateRole("b", Service.Replace("ec2.", "ec2.eu-west-1.", StringComparison.Ordinal)))).Findings);
        Assert.Equal(["UnregisteredService"], await FindingsAsync("c", Service.Replace("ec2", "ec3", StringComparison.Ordinal)));
        Assert.Equal(["W-WildcardPrincipalInTrust"], await FindingsAsync("d", Trust("*")));
        Assert.Equal(["UNSUPPORTED_ACTION_IN_POLICY"], await FindingsAsync("e", Trust(Here).Replace("sts:AssumeRole", "s3:GetObject", StringComparison.Ordinal)));
        Assert.Empty(await FindingsAsync("f", Trust(Here).Replace("sts:AssumeRole", "sts:*", StringComparison.Ordinal)));

        async Task<IEnumerable<string>> FindingsAsync(string name, string trust) => (await d.DoAsync(new CreateRole(name, trust))).Findings.Select(f => f.Code);
    }

    [Fact]
    public async Task A_role_is_changed_but_never_renamed() // ID-114 to ID-116
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateRole("r", Service) { Description = "old" });
        await d.DoAsync(new UpdateRole("r") { MaxSessionDuration = 43200 });
        var role = (await d.DoAsync(new GetRole("r"))).Role;
        Assert.Equal(("old", 43200), (role.Description, role.MaxSessionDuration));
        Assert.Equal("new", (await d.DoAsync(new UpdateRoleDescription("r", "new"))).Description);
        await d.DoAsync(new UpdateAssumeRolePolicy("r", Trust(Here)));
        Assert.Equal(Trust(Here), await ShownTrustAsync(d));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-115", new UpdateRole("none"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-115", new UpdateRoleDescription("none", ""));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-114", new UpdateAssumeRolePolicy("none", Service));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-117", new GetRole("none"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-207", new UpdateAssumeRolePolicy("r", Service.Replace("sts:AssumeRole", new string('x', 2048), StringComparison.Ordinal)));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-217", new UpdateRole("r") { MaxSessionDuration = 1 });
    }

    [Fact]
    public async Task A_role_with_policies_is_not_deleted() // ID-118
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateRole("r", Service));
        await d.DoAsync(new AttachRolePolicy("r", Administrator));
        await d.DoAsync(new PutRolePolicy("r", "p", AllowRead));
        Assert.Equal(2, (await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-118", new DeleteRole("r"))).Details.Count);
        await d.DoAsync(new DetachRolePolicy("r", Administrator));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-118", new DeleteRole("r"));
        await d.DoAsync(new DeleteRolePolicy("r", "p"));
        await d.DoAsync(new DeleteRole("r"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-118", new DeleteRole("r"));
    }

    [Fact]
    public async Task A_protected_role_is_not_changed_by_administrators() // ID-126
    {
        var d = await NewAsync();
        var role = (await d.DoAsync(new CreateRole("AWSServiceRoleForX", Service))).Value;
        await d.Store.CommitAsync(new() { Puts = [role with { Owner = RoleOwner.Service, Path = "/aws-service-role/ec2.amazonaws.com/" }] }, default);
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-153", new AttachRolePolicy(role.Name, Administrator));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-126", new DetachRolePolicy(role.Name, Administrator));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-157", new PutRolePolicy(role.Name, "p", AllowRead));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-126", new DeleteRolePolicy(role.Name, "p"));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-126", new UpdateAssumeRolePolicy(role.Name, Service));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-162", new PutRolePermissionsBoundary(role.Name, Administrator));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-126", new DeleteRolePermissionsBoundary(role.Name));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-118", new DeleteRole(role.Name));
        await d.RefusedAsync(IamErrorCode.UnmodifiableEntity, "ID-126", new UpdateRole(role.Name) { MaxSessionDuration = 3600 });
        await d.DoAsync(new UpdateRole(role.Name) { Description = "x" });
        await d.DoAsync(new TagRole(role.Name, [new("a", "b")]));
        Assert.Equal(RoleCategory.ServiceLinked, (await d.DoAsync(new GetRole(role.Name))).Category);
    }

    [Fact]
    public async Task Resource_policies_of_the_host_are_canonicalized() // ID-167
    {
        var d = await NewAsync();
        var ann = await d.DoAsync(new CreateUser("ann"));
        var policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{ann.Arn}}}"},"Action":"docs:Read","Resource":"*"}}""";
        Assert.Equal(policy.Replace(ann.Arn, ann.Id, StringComparison.Ordinal), (await d.DoAsync(new CanonicalizePrincipals(policy))).ToString());
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "ID-113", new CanonicalizePrincipals(policy.Replace("user/ann", "user/bob", StringComparison.Ordinal)));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidPrincipalFormat", new CanonicalizePrincipals(policy.Replace("user/ann", "group/g", StringComparison.Ordinal)));
    }

    private static async Task<string> ShownTrustAsync(TestDirectory d) => (await d.DoAsync(new GetRole("r"))).Role.TrustPolicy.ToString();

    private static async Task<string> StoredTrustAsync(TestDirectory d)
    {
        var found = await d.Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.Role(AccountId.Parse(Here), "r")), default);
        return ((IamRole)found!).TrustPolicy.ToString();
    }
}
