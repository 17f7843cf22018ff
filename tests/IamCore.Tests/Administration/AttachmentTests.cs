using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class AttachmentTests
{
    [Fact]
    public async Task Policies_are_attached_to_users_groups_and_roles_and_detached() // ID-153 to ID-155
    {
        var d = await SomeAsync();
        var policy = await d.PolicyAsync("Mine");
        await d.DoAsync(new AttachUserPolicy("u", policy));
        await d.DoAsync(new AttachUserPolicy("u", Administrator));
        await d.DoAsync(new AttachGroupPolicy("g", policy));
        await d.DoAsync(new AttachRolePolicy("r", policy));
        Assert.Equal(
            [new AttachedPolicy("AdministratorAccess", Administrator), new AttachedPolicy("Mine", policy)],
            (await d.DoAsync(new ListAttachedUserPolicies("u"))).Items);
        Assert.Equal([policy], (await d.DoAsync(new ListAttachedGroupPolicies("g"))).Items.Select(p => p.PolicyArn));
        Assert.Equal([policy], (await d.DoAsync(new ListAttachedRolePolicies("r"))).Items.Select(p => p.PolicyArn));
        Assert.Empty((await d.DoAsync(new ListAttachedUserPolicies("u") { PathPrefix = "/x/" })).Items);
        Assert.Equal((3, 0), await CountsAsync(d, policy));
        Assert.Equal(["g", "r", "u"], (await d.DoAsync(new ListEntitiesForPolicy(policy))).Items.Select(e => e.Name));
        Assert.Equal(["r"], (await d.DoAsync(new ListEntitiesForPolicy(policy) { EntityFilter = ObjectKind.Role })).Items.Select(e => e.Name));
        var before = await d.DumpAsync();
        await d.DoAsync(new AttachUserPolicy("u", policy)); // attached already: no change
        Assert.Equal(before, await d.DumpAsync());
        await d.DoAsync(new DetachUserPolicy("u", policy));
        await d.DoAsync(new DetachGroupPolicy("g", policy));
        await d.DoAsync(new DetachRolePolicy("r", policy));
        Assert.Equal((0, 0), await CountsAsync(d, policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-154", new DetachUserPolicy("u", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-154", new DetachGroupPolicy("g", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-154", new DetachRolePolicy("r", policy));
    }

    [Fact]
    public async Task What_cannot_be_attached_is_refused() // ID-153
    {
        var d = await SomeAsync();
        var policy = await d.PolicyAsync("Mine");
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("none", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachGroupPolicy("none", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachRolePolicy("none", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("u", Arn("policy/None")));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("u", Arn("policy/mine"))); // ID-059: case counts in ARNs
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("u", "arn:aws:iam::999988887777:policy/Mine"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("u", "arn:aws-cn:iam::aws:policy/AdministratorAccess"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("u", "arn:aws:iam::aws:policy/service_control_policy/p-FullAWSAccess"));
        await d.RefusedAsync(IamErrorCode.PolicyNotAttachable, "ID-153", new AttachUserPolicy("u", RootTask));
        foreach (var arn in (string[])["", "x", "arn:aws:iam::111122223333:user/u", "arn:aws:iam::111122223333:policy/", "arn:aws:s3:::b"])
        {
            await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-153", new AttachUserPolicy("u", arn));
            await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-154", new DetachUserPolicy("u", arn));
        }
    }

    [Fact]
    public async Task The_quotas_of_attached_policies_hold() // ID-195
    {
        var quotas = QuotaTable.Default.With(Quota.AttachedPoliciesPerUser, 1).With(Quota.AttachedPoliciesPerGroup, 1).With(Quota.AttachedPoliciesPerRole, 1);
        var d = await SomeAsync(new() { Quotas = quotas });
        var policy = await d.PolicyAsync("Mine");
        await d.DoAsync(new AttachUserPolicy("u", policy));
        await d.DoAsync(new AttachGroupPolicy("g", policy));
        await d.DoAsync(new AttachRolePolicy("r", policy));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-195", new AttachUserPolicy("u", Administrator));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-195", new AttachGroupPolicy("g", Administrator));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-195", new AttachRolePolicy("r", Administrator));
        await d.DoAsync(new AttachUserPolicy("u", policy));
    }

    [Fact]
    public async Task Inline_policies_are_put_read_listed_and_deleted() // ID-157, ID-158, ID-048
    {
        var d = await SomeAsync();
        await d.DoAsync(new PutUserPolicy("u", "p", AllowRead));
        await d.DoAsync(new PutUserPolicy("u", "P", AllowWrite)); // names are case-sensitive
        await d.DoAsync(new PutUserPolicy("u", "p", AllowWrite));
        Assert.Equal(["P", "p"], (await d.DoAsync(new ListUserPolicies("u"))).Items);
        Assert.Equal(AllowWrite, (await d.DoAsync(new GetUserPolicy("u", "p"))).Document.ToString());
        await d.DoAsync(new PutGroupPolicy("g", "p", AllowRead));
        Assert.Equal(["p"], (await d.DoAsync(new ListGroupPolicies("g"))).Items);
        Assert.Equal(AllowRead, (await d.DoAsync(new GetGroupPolicy("g", "p"))).Document.ToString());
        await d.DoAsync(new PutRolePolicy("r", "p", AllowRead));
        Assert.Equal(["p"], (await d.DoAsync(new ListRolePolicies("r"))).Items);
        Assert.Equal(AllowRead, (await d.DoAsync(new GetRolePolicy("r", "p"))).Document.ToString());
        await d.DoAsync(new DeleteUserPolicy("u", "P"));
        await d.DoAsync(new DeleteGroupPolicy("g", "p"));
        await d.DoAsync(new DeleteRolePolicy("r", "p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-158", new GetUserPolicy("u", "P"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-158", new DeleteGroupPolicy("g", "p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-158", new GetRolePolicy("none", "p"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-157", new PutUserPolicy("none", "p", AllowRead));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-048", new PutUserPolicy("u", "p q", AllowRead));
    }

    [Fact]
    public async Task A_document_with_errors_is_refused_with_all_of_them() // ID-002, ID-157
    {
        var d = await SomeAsync();
        var error = await d.RefusedAsync(
            IamErrorCode.MalformedPolicyDocument, "InvalidEffect",
            new PutUserPolicy("u", "p", """{"Version":"2012-10-17","Statement":{"Effect":"allow","Action":"read","Resource":"*"}}"""));
        Assert.Equal(["$.Statement.Effect", "$.Statement.Action"], error.Details.Select(x => x.Subject));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "InvalidJson", new PutGroupPolicy("g", "p", "no"));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "ElementNotAllowed", new PutRolePolicy("r", "p", Trust(Here)));
        await d.RefusedAsync(IamErrorCode.MalformedPolicyDocument, "ID-221", new PutUserPolicy("u", "p", AllowRead.Replace("docs:Read*", "docs:Re\u0101d", StringComparison.Ordinal)));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-210", new PutUserPolicy("u", "p", new string(' ', 131073)));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-210", new PutUserPolicy("u", "p", ""));
    }

    [Theory]
    [InlineData("u", 2048)]
    [InlineData("g", 5120)]
    [InlineData("r", 10240)]
    public async Task The_sizes_of_inline_policies_add_up_to_the_quota_and_no_further(string kind, int quota) // ID-209, ID-219, ID-220
    {
        var d = await SomeAsync();
        var half = Allow(quota / 2);
        Assert.Equal(quota / 2, new PolicyText(half).Size);
        await PutAsync("a", half);
        await PutAsync("b", $" \n\t\r{Allow(quota - (quota / 2))}    ".Trim() + new string(' ', 5000)); // white space does not count
        await RefusedAsync("c", AllowRead);
        await RefusedAsync("a", Allow((quota / 2) + 1));
        await PutAsync("a", AllowRead); // replacing counts only the new size
        await PutAsync("c", AllowRead);

        async Task PutAsync(string name, string document)
        {
            _ = kind switch
            {
                "u" => (object)await d.DoAsync(new PutUserPolicy(kind, name, document)),
                "g" => await d.DoAsync(new PutGroupPolicy(kind, name, document)),
                _ => await d.DoAsync(new PutRolePolicy(kind, name, document)),
            };
        }

        async Task RefusedAsync(string name, string document)
        {
            _ = kind switch
            {
                "u" => await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-209", new PutUserPolicy(kind, name, document)),
                "g" => await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-209", new PutGroupPolicy(kind, name, document)),
                _ => await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-209", new PutRolePolicy(kind, name, document)),
            };
        }
    }

    [Fact]
    public async Task Boundaries_are_set_replaced_counted_and_taken_away() // ID-161 to ID-164
    {
        var d = await SomeAsync();
        var policy = await d.PolicyAsync("Limit");
        await d.DoAsync(new PutUserPermissionsBoundary("u", Administrator));
        await d.DoAsync(new PutUserPermissionsBoundary("u", policy));
        await d.DoAsync(new PutRolePermissionsBoundary("r", policy));
        Assert.Equal(policy, (await d.DoAsync(new GetUser("u"))).PermissionsBoundary);
        Assert.Equal(policy, (await d.DoAsync(new GetRole("r"))).PermissionsBoundary);
        Assert.Equal((0, 2), await CountsAsync(d, policy));
        Assert.Equal(["r", "u"], (await d.DoAsync(new ListEntitiesForPolicy(policy) { PolicyUsageFilter = PolicyUsage.PermissionsBoundary })).Items.Select(e => e.Name));
        await d.DoAsync(new DeleteUserPermissionsBoundary("u"));
        await d.DoAsync(new DeleteRolePermissionsBoundary("r"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-163", new DeleteUserPermissionsBoundary("u"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-163", new DeleteRolePermissionsBoundary("r"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-162", new PutUserPermissionsBoundary("none", policy));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-162", new PutRolePermissionsBoundary("r", Arn("policy/None")));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-162", new PutRolePermissionsBoundary("r", "x"));
        await d.RefusedAsync(IamErrorCode.PolicyNotAttachable, "ID-162", new PutUserPermissionsBoundary("u", RootTask));
    }

    [Fact]
    public async Task A_wildcard_in_the_type_of_an_IAM_resource_is_stored_with_a_finding() // ID-069
    {
        var d = await SomeAsync();
        var saved = await d.DoAsync(new PutUserPolicy("u", "p", AllowRead.Replace("\"Resource\":\"*\"", "\"Resource\":[\"arn:aws:iam::*:u*/x\",\"arn:aws:iam::*:user/*\"]", StringComparison.Ordinal)));
        Assert.Equal(["IamResourceTypeWildcard"], saved.Findings.Select(f => f.Code));
        Assert.Single(saved.Value.InlinePolicies);
        Assert.Equal(await d.Store.GetRevisionAsync(default), saved.Value.Revision);
    }

    private static async Task<TestDirectory> SomeAsync(IamDirectoryOptions? options = null)
    {
        var d = await NewAsync(options);
        await d.DoAsync(new CreateUser("u"));
        await d.DoAsync(new CreateGroup("g"));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        return d;
    }

    private static async Task<(int, int)> CountsAsync(TestDirectory d, string policy)
    {
        var read = await d.DoAsync(new GetPolicy(policy));
        return (read.AttachmentCount, read.PermissionsBoundaryUsageCount);
    }
}
