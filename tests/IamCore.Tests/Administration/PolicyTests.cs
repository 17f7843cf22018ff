using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class PolicyTests
{
    [Fact]
    public async Task A_policy_is_made_with_version_1_and_its_text_kept() // ID-140, ID-141, ID-149
    {
        var d = await NewAsync();
        var text = "{ \"Version\": \"2012-10-17\",\r\n\t\"Statement\": [{\"Effect\":\"Deny\", \"Action\":\"*\", \"Resource\":\"*\"}] }";
        var policy = (await d.DoAsync(new CreatePolicy("Mine", text) { Path = "/a/b/", Description = "für ☃", Tags = [new("K", "v"), new("k", "w")] })).Value;
        Assert.Equal(Arn("policy/a/b/Mine"), policy.Arn);
        Assert.Matches("^ANPA[A-Z2-7]{17}$", policy.Id);
        var version = await d.DoAsync(new GetPolicyVersion(policy.Arn, "v1"));
        Assert.Equal(text, version.Document.ToString());
        var read = await d.DoAsync(new GetPolicy(policy.Arn));
        Assert.Equal(("Mine", "v1", true, 0, 0), (read.PolicyName, read.DefaultVersionId, read.IsAttachable, read.AttachmentCount, read.PermissionsBoundaryUsageCount));
        Assert.Equal(policy, read.Policy);
        Assert.Equal([new Tag("K", "v"), new Tag("k", "w")], policy.Tags); // keys of policies are case-sensitive: ID-074
    }

    [Fact]
    public async Task What_makes_no_policy_is_refused() // ID-141
    {
        var d = await NewAsync(With(Quota.PoliciesPerAccount, 1));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-047", new CreatePolicy("a b", AllowRead));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-054", new CreatePolicy("a", AllowRead) { Path = "/a!/" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-054", new CreatePolicy("a", AllowRead) { Path = "/a//b/" });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-056", new CreatePolicy("a", AllowRead) { Description = new('x', 1001) });
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-208", new CreatePolicy("a", Allow(6145)));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidJson", new CreatePolicy("a", "{"));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-063", new CreatePolicy("a", AllowRead) { Path = "/aws-service-role/x/" });
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-073", new CreatePolicy("a", AllowRead) { Tags = [new("AWS:x", "")] });
        await d.DoAsync(new CreatePolicy("a", Allow(6144)));
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-141", new CreatePolicy("A", AllowRead) { Path = "/other/" });
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-186", new CreatePolicy("b", AllowRead));
    }

    [Fact]
    public async Task Version_numbers_are_never_given_out_twice() // ID-142: the rule's own example
    {
        var d = await NewAsync();
        var arn = await d.PolicyAsync("P");
        for (var i = 0; i < 4; i++)
        {
            await d.DoAsync(new CreatePolicyVersion(arn, AllowRead));
        }

        await d.DoAsync(new DeletePolicyVersion(arn, "v2"));
        await d.DoAsync(new DeletePolicyVersion(arn, "v4"));
        await d.DoAsync(new CreatePolicyVersion(arn, AllowRead));
        await d.DoAsync(new CreatePolicyVersion(arn, AllowRead));
        Assert.Equal(["v1", "v3", "v5", "v6", "v7"], (await d.DoAsync(new ListPolicyVersions(arn))).Items.Select(v => v.VersionId));
    }

    [Fact]
    public async Task Five_versions_are_kept_and_one_is_in_force() // ID-143 to ID-145, ID-205
    {
        var d = await NewAsync();
        var arn = await d.PolicyAsync("P");
        await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite));
        Assert.Equal("v1", (await d.DoAsync(new GetPolicy(arn))).DefaultVersionId);
        await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite, SetAsDefault: true));
        Assert.Equal("v3", (await d.DoAsync(new GetPolicy(arn))).DefaultVersionId);
        await d.DoAsync(new SetDefaultPolicyVersion(arn, "v1")); // roll back
        Assert.Equal("v1", (await d.DoAsync(new GetPolicy(arn))).DefaultVersionId);
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-145", new DeletePolicyVersion(arn, "v1"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-145", new DeletePolicyVersion(arn, "v9"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-144", new SetDefaultPolicyVersion(arn, "v9"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-148", new GetPolicyVersion(arn, "v9"));
        await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite));
        await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-205", new CreatePolicyVersion(arn, AllowWrite));
        await d.DoAsync(new DeletePolicyVersion(arn, "v2"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-208", new CreatePolicyVersion(arn, Allow(6145)));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidJson", new CreatePolicyVersion(arn, "x"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-143", new CreatePolicyVersion(Arn("policy/None"), AllowRead));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-144", new SetDefaultPolicyVersion(Arn("policy/None"), "v1"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-145", new DeletePolicyVersion(Arn("policy/None"), "v1"));
    }

    [Theory]
    [InlineData("v0")]
    [InlineData("1")]
    [InlineData("v")]
    [InlineData("v1x")]
    [InlineData("v1._")]
    [InlineData("V1")]
    public async Task A_version_id_of_another_form_is_refused(string version) // ID-142
    {
        var d = await NewAsync();
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-142", new SetDefaultPolicyVersion(await d.PolicyAsync("P"), version));
    }

    [Fact]
    public async Task A_policy_in_use_or_with_other_versions_is_not_deleted() // ID-146
    {
        var d = await NewAsync();
        var arn = await d.PolicyAsync("P");
        await d.DoAsync(new CreateUser("u"));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new AttachUserPolicy("u", arn));
        await d.DoAsync(new PutRolePermissionsBoundary("r", arn));
        await d.DoAsync(new CreatePolicyVersion(arn, AllowWrite));
        Assert.Equal([Arn("user/u"), Arn("role/r"), "v2"], (await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-146", new DeletePolicy(arn))).Details.Select(x => x.Subject));
        await d.DoAsync(new DetachUserPolicy("u", arn));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-146", new DeletePolicy(arn));
        await d.DoAsync(new DeleteRolePermissionsBoundary("r"));
        await d.RefusedAsync(IamErrorCode.DeleteConflict, "ID-146", new DeletePolicy(arn));
        await d.DoAsync(new DeletePolicyVersion(arn, "v2"));
        await d.DoAsync(new DeletePolicy(arn));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-146", new DeletePolicy(arn));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-148", new GetPolicy(arn));
    }

    [Fact]
    public async Task A_predefined_policy_is_read_but_never_changed() // ID-150
    {
        var d = await NewAsync();
        var read = await d.DoAsync(new GetPolicy(Administrator));
        Assert.Equal(("AdministratorAccess", "v1", true), (read.PolicyName, read.DefaultVersionId, read.IsAttachable));
        Assert.Null(read.Policy);
        var version = Assert.Single((await d.DoAsync(new ListPolicyVersions(Administrator))).Items);
        Assert.True(version.Document.TryRead(PolicyType.Identity, out _, out _));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-150", new CreatePolicyVersion(Administrator, AllowRead));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-150", new SetDefaultPolicyVersion(Administrator, "v1"));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-150", new DeletePolicyVersion(Administrator, "v1"));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-150", new DeletePolicy(Administrator));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-150", new TagPolicy(Administrator, [new("a", "b")]));
    }

    [Fact]
    public async Task Policies_are_listed_by_scope_path_and_use() // ID-148
    {
        var d = await NewAsync();
        var a = await d.PolicyAsync("a");
        await d.DoAsync(new CreatePolicy("b", AllowRead) { Path = "/x/" });
        await d.DoAsync(new CreateUser("u") { PermissionsBoundary = a });
        await d.DoAsync(new AttachUserPolicy("u", Administrator));
        Assert.Equal(["a", "b"], await NamesAsync(new() { Scope = PolicyScope.Local }));
        Assert.Equal(["b"], await NamesAsync(new() { PathPrefix = "/x/" }));
        Assert.Equal(["a", "AdministratorAccess"], await NamesAsync(new() { OnlyAttached = true }));
        Assert.Equal(["a"], await NamesAsync(new() { PolicyUsageFilter = PolicyUsage.PermissionsBoundary }));
        Assert.Equal(["AdministratorAccess"], await NamesAsync(new() { PolicyUsageFilter = PolicyUsage.PermissionsPolicy }));
        var all = await NamesAsync(new() { MaxItems = 1000 });
        Assert.Contains("IAMFullAccess", all);
        Assert.DoesNotContain("p-FullAWSAccess", all);
        var page = await d.DoAsync(new ListPolicies { MaxItems = 3 });
        var paged = page.Items.Select(p => p.PolicyName).ToList();
        while (page.Marker is not null)
        {
            page = await d.DoAsync(new ListPolicies { MaxItems = 3, Marker = page.Marker });
            paged.AddRange(page.Items.Select(p => p.PolicyName));
        }

        Assert.Equal(all, paged);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-148", new ListEntitiesForPolicy(Arn("policy/None")));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-148", new ListEntitiesForPolicy("policy/None"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-148", new ListPolicyVersions(Arn("policy/None")));

        async Task<List<string>> NamesAsync(ListPolicies query) => [.. (await d.DoAsync(query)).Items.Select(p => p.PolicyName)];
    }
}
