using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>
/// Each error of the specification's operations, through the trusted façade and through that of an administrator, with all that is stored
/// equal before and after (ID-256). The name of a row is the rule that asks for it.
/// </summary>
public sealed class ErrorTests
{

    private static readonly Dictionary<string, Row> Rows = new List<Row>
    {
        new("ID-019 form", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateAccountAlias("No"))),
        new("ID-019 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateAccountAlias("other-alias"))),
        new("ID-020", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteAccountAlias("none-such"))),
        new("ID-043", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateUser("a b"))),
        new("ID-044", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateGroup(""))),
        new("ID-045", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateRole(new string('r', 65), Trust(Here)))),
        new("ID-046", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateInstanceProfile("p/q"))),
        new("ID-047", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreatePolicy("P\n", AllowRead))),
        new("ID-048", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new PutUserPolicy("u", "a b", AllowRead))),
        new("ID-050", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateSAMLProvider("a,b", ProviderTests.Metadata()))),
        new("ID-053", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateUser("x") { Path = "x/" })),
        new("ID-054", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreatePolicy("X", AllowRead) { Path = "/a//" })),
        new("ID-055", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new ListUsers { PathPrefix = "x" })),
        new("ID-056", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreatePolicy("X", AllowRead) { Description = new string('d', 1001) })),
        new("ID-057", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new UpdateRole("r") { Description = "\u0001" })),
        new("ID-063 role", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateRole("x", Trust(Here)) { Path = "/aws-reserved/" })) { Lifted = Quota.RolesPerAccount },
        new("ID-063 policy", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreatePolicy("X", AllowRead) { Path = "/aws-service-role/" })) { Lifted = Quota.PoliciesPerAccount },
        new("ID-072", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new TagUser("u", [new("", "x")]))),
        new("ID-073", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new TagUser("u", [new("AWS:x", "x")]))),
        new("ID-075", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new TagRole("r", [new("a", "x"), new("A", "y")]))),
        new("ID-076", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new TagUser("u", [.. Enumerable.Range(0, 51).Select(i => new Tag($"k{i}", ""))]))),
        new("ID-078", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new TagInstanceProfile("none", [new("a", "b")]))),
        new("ID-083 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateUser("U"))),
        new("ID-083 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateUser("x"))),
        new("ID-083 boundary", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new CreateUser("x") { PermissionsBoundary = Arn("policy/none") })) { Lifted = Quota.UsersPerAccount },
        new("ID-083 not attachable", IamErrorCode.PolicyNotAttachable, iam => iam.ExecuteAsync(new CreateUser("x") { PermissionsBoundary = RootTask })) { Lifted = Quota.UsersPerAccount },
        new("ID-085", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetUser("none"))),
        new("ID-087 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new UpdateUser("none") { NewPath = "/x/" })),
        new("ID-087 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new UpdateUser("u") { NewUserName = "ADMIN" })),
        new("ID-088 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteUser("none"))),
        new("ID-088", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeleteUser("u"))),
        new("ID-090", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteUserWithDependencies("none"))),
        new("ID-092", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new ReactivateUser("u"))),
        new("ID-098 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateGroup("G"))),
        new("ID-098 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateGroup("x"))),
        new("ID-099 group", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetGroup("none"))),
        new("ID-099 user", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new ListGroupsForUser("none"))),
        new("ID-100 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new UpdateGroup("none") { NewPath = "/x/" })),
        new("ID-100 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new UpdateGroup("g") { NewGroupName = "H" })),
        new("ID-101 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteGroup("none"))),
        new("ID-101", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeleteGroup("g"))),
        new("ID-102 group", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new AddUserToGroup("none", "u"))),
        new("ID-102 user", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new AddUserToGroup("g", "none"))),
        new("ID-102 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new AddUserToGroup("h", "u"))),
        new("ID-103", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new RemoveUserFromGroup("h", "u"))),
        new("ID-104", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new MoveUserBetweenGroups("u", ["g"], ["none"]))),
        new("ID-109 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateRole("R", Trust(Here)))),
        new("ID-109 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateRole("x", Trust(Here)))),
        new("ID-110", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", AllowRead))),
        new("ID-111", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", Trust(Arn("user/u*"))))),
        new("ID-112", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}}"""))),
        new("ID-113", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", Trust(Arn("user/none"))))),
        new("ID-114", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("none", Trust(Here)))),
        new("ID-115", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new UpdateRole("none"))),
        new("ID-217", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new UpdateRole("r") { MaxSessionDuration = 3599 })),
        new("ID-117", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetRole("none"))),
        new("ID-118 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteRole("none"))),
        new("ID-118", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeleteRole("r"))),
        new("ID-118 forced", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteRoleWithDependencies("none"))),
        new("ID-124", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateServiceLinkedRole("none.example.com"))),
        new("ID-124 suffix", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateServiceLinkedRole("plain.example.com") { CustomSuffix = "x" })),
        new("ID-124 taken", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateServiceLinkedRole("plain.example.com"))),
        new("ID-126", IamErrorCode.UnmodifiableEntity, iam => iam.ExecuteAsync(new PutRolePolicy("AWSServiceRoleForPlain", "p", AllowRead))),
        new("ID-129 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteServiceLinkedRole("none"))),
        new("ID-129", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new DeleteServiceLinkedRole("r"))),
        new("ID-132 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateInstanceProfile("P"))),
        new("ID-132 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateInstanceProfile("x"))),
        new("ID-133 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new AddRoleToInstanceProfile("p", "none"))),
        new("ID-133 same", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new AddRoleToInstanceProfile("p", "r"))),
        new("ID-133 other", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new AddRoleToInstanceProfile("p", "s"))),
        new("ID-133 protected", IamErrorCode.UnmodifiableEntity, iam => iam.ExecuteAsync(new AddRoleToInstanceProfile("q", "AWSServiceRoleForPlain"))),
        new("ID-134", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new RemoveRoleFromInstanceProfile("p", "s"))),
        new("ID-135", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeleteInstanceProfile("p"))),
        new("ID-136", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetInstanceProfile("none"))),
        new("ID-137", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new AssociateInstanceProfile("work", "p"))),
        new("ID-137 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DisassociateInstanceProfile("none"))),
        new("ID-141 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreatePolicy("POLICY", AllowRead))),
        new("ID-141 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreatePolicy("X", AllowRead))),
        new("ID-141 document", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new CreatePolicy("X", "{}"))) { Lifted = Quota.PoliciesPerAccount },
        new("ID-142", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new SetDefaultPolicyVersion(Arn("policy/Policy"), "1"))),
        new("ID-143 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new CreatePolicyVersion(Arn("policy/none"), AllowRead))),
        new("ID-143 versions", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreatePolicyVersion(Arn("policy/Policy"), AllowRead))),
        new("ID-143 predefined", IamErrorCode.AccessDenied, iam => iam.ExecuteAsync(new CreatePolicyVersion(Administrator, AllowRead))),
        new("ID-144", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new SetDefaultPolicyVersion(Arn("policy/Policy"), "v9"))),
        new("ID-145", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeletePolicyVersion(Arn("policy/Policy"), "v1"))),
        new("ID-145 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeletePolicyVersion(Arn("policy/Policy"), "v9"))),
        new("ID-146", IamErrorCode.DeleteConflict, iam => iam.ExecuteAsync(new DeletePolicy(Arn("policy/Policy")))),
        new("ID-146 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeletePolicy(Arn("policy/none")))),
        new("ID-148 form", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new GetPolicy("arn:aws:iam::1:user/x"))),
        new("ID-148", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetPolicyVersion(Arn("policy/Policy"), "v9"))),
        new("ID-150", IamErrorCode.AccessDenied, iam => iam.ExecuteAsync(new DeletePolicy(Administrator))),
        new("ID-153 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new AttachUserPolicy("none", Administrator))),
        new("ID-153 form", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new AttachUserPolicy("u", "policy"))),
        new("ID-153 foreign", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new AttachGroupPolicy("g", "arn:aws:iam::999988887777:policy/X"))),
        new("ID-153", IamErrorCode.PolicyNotAttachable, iam => iam.ExecuteAsync(new AttachRolePolicy("r", RootTask))),
        new("ID-153 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new AttachUserPolicy("u", Administrator))),
        new("ID-153 protected", IamErrorCode.UnmodifiableEntity, iam => iam.ExecuteAsync(new AttachRolePolicy("AWSServiceRoleForPlain", Administrator))),
        new("ID-154", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DetachGroupPolicy("g", Administrator))),
        new("ID-157 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new PutGroupPolicy("none", "p", AllowRead))),
        new("ID-157 document", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new PutGroupPolicy("g", "p", "no"))),
        new("ID-157 size", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new PutUserPolicy("u", "big", Allow(2049)))),
        new("ID-158", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteUserPolicy("u", "none"))),
        new("ID-160", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new ConvertInlineToManaged(ObjectKind.User, "u", "none"))),
        new("ID-160 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new ConvertInlineToManaged(ObjectKind.User, "u", "own") { PolicyName = "Policy" })),
        new("ID-162 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new PutRolePermissionsBoundary("none", Administrator))),
        new("ID-162 form", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new PutUserPermissionsBoundary("u", "x"))),
        new("ID-162", IamErrorCode.PolicyNotAttachable, iam => iam.ExecuteAsync(new PutUserPermissionsBoundary("u", RootTask))),
        new("ID-162 protected", IamErrorCode.UnmodifiableEntity, iam => iam.ExecuteAsync(new PutRolePermissionsBoundary("AWSServiceRoleForPlain", Administrator))),
        new("ID-163", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteUserPermissionsBoundary("u"))),
        new("ID-166", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", Trust(Arn("group/g"))))),
        new("ID-171", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", Trust("AIDAX")))),
        new("ID-172", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateOpenIDConnectProvider("http://idp.example.com"))),
        new("ID-172 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateOpenIDConnectProvider("https://idp.example.com"))),
        new("ID-172 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateOpenIDConnectProvider("https://two.example.com"))),
        new("ID-173", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new AddClientIDToOpenIDConnectProvider(Arn("oidc-provider/idp.example.com"), ""))),
        new("ID-176", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetOpenIDConnectProvider(Arn("oidc-provider/none.example.com")))),
        new("ID-178", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CreateSAMLProvider("X", new string('x', 1000)))),
        new("ID-178 length", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreateSAMLProvider("X", "x"))),
        new("ID-178 taken", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CreateSAMLProvider("CORP", ProviderTests.Metadata()))),
        new("ID-178 quota", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreateSAMLProvider("Two", ProviderTests.Metadata()))),
        new("ID-181", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new DeleteSAMLProvider(Arn("saml-provider/None")))),
        new("ID-204", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new UpdateSAMLProvider(Arn("saml-provider/Corp"), ProviderTests.Metadata(keys: 11)))),
        new("ID-207", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new UpdateAssumeRolePolicy("r", Trust(new string('1', 2100))))),
        new("ID-208", IamErrorCode.LimitExceeded, iam => iam.ExecuteAsync(new CreatePolicy("X", Allow(6145)))) { Lifted = Quota.PoliciesPerAccount },
        new("ID-210", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new CreatePolicy("X", new string(' ', 131073)))),
        new("ID-216", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new ResolveUniqueId(new string('A', 129)))),
        new("ID-221", IamErrorCode.MalformedPolicyDocument, iam => iam.ExecuteAsync(new PutUserPolicy("u", "p", AllowRead.Replace("docs", "d\u2028", StringComparison.Ordinal)))),
        new("ID-232", IamErrorCode.EntityAlreadyExists, iam => iam.ExecuteAsync(new CloneUserPermissions("u", "v"))),
        new("ID-234 unknown", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new CloneUserPermissions("none", "u"))),
        new("ID-234 same", IamErrorCode.InvalidInput, iam => iam.ExecuteAsync(new CloneUserPermissions("u", "U"))),
        new("ID-249", IamErrorCode.AccessDenied, iam => iam.ExecuteAsync(new CheckPassRole("arn:aws:iam::999988887777:role/r", "ec2.amazonaws.com"))),
        new("ID-258", IamErrorCode.ConcurrentModification, iam => iam.ExecuteAsync(new UpdateUser("u") { NewPath = "/x/", ExpectedRevision = 1 })),
        new("ID-265", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new ListUsers { Marker = "AAAA" })),
        new("ID-265 items", IamErrorCode.ValidationError, iam => iam.ExecuteAsync(new ListUsers { MaxItems = 1001 })),
        new("ID-267", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new GetServiceLastAccessedDetails(new string('0', 36)))),
        new("ID-268", IamErrorCode.NoSuchEntity, iam => iam.ExecuteAsync(new SimulatePrincipalPolicy(Arn("user/none"), ["a:b"]))),
        new("ID-022", IamErrorCode.OrganizationNotFound, iam => iam.ExecuteAsync(new DescribeOrganization())),
    }.ToDictionary(r => r.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_error_is_the_same_through_both_facades_and_changes_nothing(string name)
    {
        var row = Rows[name];
        var (d, admin) = await WorldAsync(row.Lifted);
        foreach (var iam in (IamAdministration[])[d.Iam, admin])
        {
            var before = await d.DumpAsync();
            var error = await Assert.ThrowsAsync<IamException>(() => row.Do(iam));
            Assert.True(row.Code == error.ErrorCode, $"{error.ErrorCode}: {error.Message}");
            Assert.Equal(before, await d.DumpAsync());
        }
    }

    /// <summary>One of everything, with every quota used up.</summary>
    private static async Task<(TestDirectory Directory, IamAdministration Admin)> WorldAsync(Quota? lifted)
    {
        var quotas = QuotaTable.Default;
        foreach (var (quota, value) in new[]
        {
            (Quota.UsersPerAccount, 3), (Quota.GroupsPerAccount, 2), (Quota.RolesPerAccount, 2), (Quota.PoliciesPerAccount, 1), (Quota.InstanceProfilesPerAccount, 2),
            (Quota.GroupsPerUser, 1), (Quota.AttachedPoliciesPerUser, 1), (Quota.VersionsPerPolicy, 2), (Quota.OpenIdConnectProvidersPerAccount, 1), (Quota.SamlProvidersPerAccount, 1),
        })
        {
            quotas = quota == lifted ? quotas : quotas.With(quota, value);
        }

        var d = await NewAsync(new() { Quotas = quotas, Services = [new("plain.example.com", "Plain") { ServiceLinkedRole = new("Plain", AllowRead) }] });
        var other = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        await d.Directory.ForAccount(other.AccountId).ExecuteAsync(new CreateAccountAlias("other-alias"));
        var policy = await d.PolicyAsync("Policy");
        await d.DoAsync(new CreatePolicyVersion(policy, AllowWrite));
        await d.DoAsync(new CreateGroup("g"));
        await d.DoAsync(new CreateGroup("h"));
        await d.DoAsync(new CreateUserComposite("u") { Groups = ["g"], ManagedPolicies = [policy], InlinePolicies = [new("own", new(AllowRead))] });
        await d.DoAsync(new CreateUserComposite("v") { InlinePolicies = [new("own", new(AllowWrite))] });
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new CreateRole("s", Trust(Here)));
        await d.DoAsync(new CreateServiceLinkedRole("plain.example.com"));
        await d.DoAsync(new CreateInstanceProfile("p"));
        await d.DoAsync(new CreateInstanceProfile("q"));
        await d.DoAsync(new AddRoleToInstanceProfile("p", "r"));
        await d.DoAsync(new AssociateInstanceProfile("work", "p"));
        await d.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com"));
        await d.DoAsync(new CreateSAMLProvider("Corp", ProviderTests.Metadata()));
        return (d, await d.UserAsync("admin", AllowAll));
    }

    private sealed record Row(string Name, IamErrorCode Code, Func<IamAdministration, Task> Do)
    {
        public Quota? Lifted { get; init; }
    }
}
