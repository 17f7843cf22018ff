using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Bulk reads, simulation and advice (sections 10, 11 and 17).</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task Where_a_name_stands_in_stored_policies_is_found() // ID-228, ID-105
    {
        var d = await NewAsync();
        var bob = await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new CreateRole("r", Trust(bob.Arn)));
        await d.DoAsync(new CreateUser("ann"));
        await d.DoAsync(new PutUserPolicy("ann", "literal", Policy("Allow", "iam:GetUser", bob.Arn)));
        await d.DoAsync(new PutUserPolicy("ann", "pattern", Policy("Allow", "iam:GetUser", Arn("user/*"))));
        await d.DoAsync(new PutUserPolicy("ann", "other", Policy("Allow", "iam:GetUser", Arn("user/cleo"))));
        var policy = await d.PolicyAsync("Cond", Policy("Allow", "iam:GetUser", Arn("group/x"), $$$"""{"ArnEquals":{"aws:PrincipalArn":"{{{bob.Arn}}}"}}"""));
        (string, string, PolicyMentionLocation, bool)[] expected =
        [
            (Arn("user/ann"), "literal", PolicyMentionLocation.Resource, false), (Arn("user/ann"), "pattern", PolicyMentionLocation.Resource, true),
            (Arn("role/r"), "trust policy", PolicyMentionLocation.Principal, false), (policy, "v1", PolicyMentionLocation.Condition, false),
        ];
        foreach (var name in (string[])[bob.Arn, bob.Id])
        {
            Assert.Equal(expected, (await d.DoAsync(new FindPolicyReferences(name))).Select(m => (m.Owner, m.Policy, m.Location, m.IsWildcard)));
        }

        Assert.Empty((await d.DoAsync(new FindPolicyReferences(Arn("group/none")))));
    }

    [Fact]
    public async Task A_unique_id_tells_what_it_names_now() // ID-067
    {
        var d = await NewAsync();
        var bob = await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new UpdateUser("bob") { NewPath = "/x/" });
        Assert.Equal(new ResolvedId(ObjectKind.User, AccountId.Parse(Here), Arn("user/x/bob")), await d.DoAsync(new ResolveUniqueId(bob.Id)));
        await d.DoAsync(new DeleteUser("bob"));
        Assert.Null(await d.DoAsync(new ResolveUniqueId(bob.Id)));
    }

    [Fact]
    public async Task The_summary_counts_and_tells_the_quotas() // ID-222
    {
        var d = await NewAsync();
        await d.UserAsync("ann");
        await d.PolicyAsync("P");
        await d.RootAsync();
        var summary = await d.DoAsync(new GetAccountSummary());
        Assert.Equal(
            (1, 5000, 1, 1, 1, 0, 0, 2, 2048),
            (summary["Users"], summary["UsersQuota"], summary["Policies"], summary["PolicyVersionsInUse"], summary["AccountAccessKeysPresent"], summary["AccountMFAEnabled"],
                summary["AccountPasswordPresent"], summary["GlobalEndpointTokenVersion"], summary["AssumeRolePolicySizeQuota"]));
        Assert.Equal(
            "AccessKeysPerUserQuota AccountAccessKeysPresent AccountMFAEnabled AccountPasswordPresent AccountSigningCertificatesPresent AssumeRolePolicySizeQuota AttachedPoliciesPerGroupQuota AttachedPoliciesPerRoleQuota AttachedPoliciesPerUserQuota GlobalEndpointTokenVersion GroupPolicySizeQuota Groups GroupsPerUserQuota GroupsQuota InstanceProfiles InstanceProfilesQuota MFADevices MFADevicesInUse Policies PoliciesQuota PolicySizeQuota PolicyVersionsInUse PolicyVersionsInUseQuota Providers RolePolicySizeQuota Roles RolesQuota ServerCertificates ServerCertificatesQuota SigningCertificatesPerUserQuota UserPolicySizeQuota Users UsersQuota VersionsPerPolicyQuota",
            string.Join(' ', summary.Keys));
    }

    [Fact]
    public async Task All_of_the_account_is_told_page_by_page() // ID-266
    {
        var d = await NewAsync();
        await d.DoAsync(new BootstrapAdministrator("ann"));
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new CreateRole("r", Trust(Arn("user/bob"))));
        var policy = await d.PolicyAsync("P");
        await d.DoAsync(new AttachRolePolicy("r", policy));
        var seen = new List<string>();
        var pages = 0;
        for (string? marker = null; pages == 0 || marker is not null; pages++)
        {
            var page = await d.DoAsync(new GetAccountAuthorizationDetails { MaxItems = 1, Marker = marker });
            seen.AddRange(page.Users.Select(u => $"user {u.User.Name} in {string.Join(',', u.GroupNames)}"));
            seen.AddRange(page.Groups.Select(g => $"group {g.Group.Name} with {g.AttachedPolicies.Single().PolicyName}"));
            seen.AddRange(page.Roles.Select(r => $"role {r.Role.Name} with {r.AttachedPolicies.Single().PolicyName} trusting bob {r.Role.TrustPolicy.ToString().Contains("user/bob", StringComparison.Ordinal)}"));
            seen.AddRange(page.Policies.Select(p => $"policy {p.Policy.PolicyName} used {p.Policy.AttachmentCount} versions {p.Versions.Count}"));
            marker = page.Marker;
        }

        Assert.Equal(
            [
                "user ann in Admins", "user bob in ", "group Admins with AdministratorAccess", "role r with P trusting bob True", "policy P used 1 versions 1",
                "policy AdministratorAccess used 1 versions 1",
            ],
            seen);
        var only = await d.DoAsync(new GetAccountAuthorizationDetails { Filter = [AuthorizationDetailKind.Role] });
        Assert.Equal((0, 0, 1, 0, false), (only.Users.Count, only.Groups.Count, only.Roles.Count, only.Policies.Count, only.IsTruncated));
    }

    [Fact]
    public async Task Stored_policies_are_asked_without_leaving_a_trace() // ID-268
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateGroup("g"));
        await d.DoAsync(new PutGroupPolicy("g", "read", AllowRead));
        await d.DoAsync(new CreateUser("bob"));
        await d.DoAsync(new AddUserToGroup("g", "bob"));
        await d.DoAsync(new PutUserPolicy("bob", "mfa", Policy("Allow", "docs:Delete", "*", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")));
        var revision = await d.Store.GetRevisionAsync(default);
        var results = await d.DoAsync(new SimulatePrincipalPolicy(Arn("user/bob"), ["docs:ReadOne", "docs:Delete", "docs:Write"]));
        Assert.Equal([Decision.Allow, Decision.ImplicitDeny, Decision.ImplicitDeny], results.Select(r => r.Decision));
        Assert.Equal("group g", results[0].Matched.Single().Origin);
        Assert.Equal(["aws:multifactorauthpresent"], results[1].MissingContext.Select(k => k.ToLowerInvariant()));
        Assert.Equal(Decision.Allow, (await d.DoAsync(new SimulatePrincipalPolicy(Arn("group/g"), ["docs:ReadOne"])))[0].Decision);
        Assert.Equal(["aws:multifactorauthpresent"], await d.DoAsync(new GetContextKeysForPrincipalPolicy(Arn("user/bob"))));
        Assert.Equal(Decision.Allow, (await d.DoAsync(new SimulateCustomPolicy([AllowWrite], ["docs:WriteOne"])))[0].Decision);
        Assert.Equal(["aws:multifactorauthpresent"], await d.DoAsync(new GetContextKeysForCustomPolicy([Policy("Allow", "a:b", "*", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")])));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-268", new SimulatePrincipalPolicy(Arn("user/none"), ["a:b"]));
        Assert.Equal(revision, await d.Store.GetRevisionAsync(default));
    }

    [Fact]
    public async Task Last_access_tells_what_was_used_and_only_its_asker() // ID-267, ID-269, ID-270
    {
        using var engine = new IamEngine();
        var d = await NewAsync(new() { LastAccessed = engine.LastAccessed }, engine.Store);
        var ann = await d.UserAsync("ann", Policy("Allow", "iam:GetUser iam:GetService* iam:GenerateService* docs:Read"));
        await ann.ExecuteAsync(new GetUser("ann"));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new DeleteUser("ann"), ann); // attempts count
        var job = await ann.ExecuteAsync(new GenerateServiceLastAccessedDetails(Arn("user/ann")) { Granularity = AccessGranularity.ActionLevel });
        Assert.Equal(36, job.Length);
        var report = await ann.ExecuteAsync(new GetServiceLastAccessedDetails(job));
        Assert.Equal(["docs", "iam"], report.Services.Select(s => s.ServiceNamespace));
        Assert.Null(report.Services[0].LastAuthenticated);
        Assert.Equal(["iam:DeleteUser", "iam:GenerateServiceLastAccessedDetails", "iam:GetUser"], report.Services[1].Actions.Select(a => a.Action.ToString()));
        Assert.Equal([Arn("user/ann")], (await ann.ExecuteAsync(new GetServiceLastAccessedDetailsWithEntities(job, "iam"))).Select(e => e.Arn));
        var bob = await d.UserAsync("bob", AllowAll);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-267", new GetServiceLastAccessedDetails(job), bob);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-267", new GetServiceLastAccessedDetails(new string('0', 36)), bob);
        Assert.Equal(["own of user ann"], (await d.DoAsync(new ListPoliciesGrantingServiceAccess(Arn("user/ann"), ["docs"])))[0].Policies);
    }
}
