using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Policies;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>Operations through the caller façade, authorized by the engine (section 13).</summary>
public sealed class CallerFacadeTests
{
    [Fact]
    public async Task A_caller_does_what_its_policies_allow_and_nothing_else() // ID-237, ID-244
    {
        var d = await NewAsync();
        var ann = await d.UserAsync("ann", Policy("Allow", "iam:CreateUser iam:GetUser", Arn("user/team/*")));
        await ann.ExecuteAsync(new CreateUser("bob") { Path = "/team/" });
        Assert.Equal("bob", (await ann.ExecuteAsync(new GetUser("bob"))).User?.Name);
        var denied = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CreateUser("cleo"), ann);
        Assert.Equal(
            $"User: {Arn("user/ann")} is not authorized to perform: iam:CreateUser on resource: {Arn("user/cleo")} because no identity-based policy allows the iam:CreateUser action",
            denied.Message);
        Assert.Equal(403, denied.HttpStatusCode);
    }

    [Fact]
    public async Task Each_denial_names_the_type_of_policy_that_denied_it() // ID-244
    {
        var d = await NewAsync();
        var boundary = await d.PolicyAsync("Limit", Policy("Allow", "iam:Get*"));
        var ann = await d.UserAsync("ann", AllowAll, boundary);
        Assert.EndsWith(
            "because no permissions boundary allows the iam:DeleteUser action",
            (await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new DeleteUser("ann"), ann)).Message, StringComparison.Ordinal);
        await d.DoAsync(new PutUserPolicy("ann", "no", Policy("Deny", "iam:GetUser")));
        Assert.EndsWith(
            "with an explicit deny in an identity-based policy",
            (await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new GetUser("ann"), ann)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_boundary_and_policy_are_context_keys() // ID-079, ID-240
    {
        var d = await NewAsync();
        var limit = await d.PolicyAsync("Limit");
        await d.DoAsync(new CreateUser("mine") { Tags = [new("team", "a")] });
        await d.DoAsync(new CreateUser("theirs") { Tags = [new("team", "b")] });
        var ann = await d.UserAsync("ann");
        await AllowAsync("iam:DeleteUser", """{"StringEquals":{"iam:ResourceTag/team":"a","aws:ResourceTag/team":"a"}}""");
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new DeleteUser("theirs"), ann);
        await ann.ExecuteAsync(new DeleteUser("mine"));

        await AllowAsync("iam:CreateUser iam:TagUser", """{"StringEquals":{"aws:RequestTag/team":"a"},"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}""");
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CreateUser("x") { Tags = [new("team", "b")] }, ann);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CreateUser("x") { Tags = [new("team", "a"), new("more", "")] }, ann);
        await ann.ExecuteAsync(new CreateUser("x") { Tags = [new("team", "a")] });

        await AllowAsync("iam:AttachUserPolicy", $$$"""{"ArnEquals":{"iam:PolicyARN":"{{{limit}}}"}}""");
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new AttachUserPolicy("x", Administrator), ann);
        await ann.ExecuteAsync(new AttachUserPolicy("x", limit));

        await AllowAsync("iam:PutUserPolicy", $$$"""{"StringEquals":{"iam:PermissionsBoundary":"{{{limit}}}"}}""");
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new PutUserPolicy("x", "p", AllowRead), ann);
        await d.DoAsync(new PutUserPermissionsBoundary("x", limit));
        await ann.ExecuteAsync(new PutUserPolicy("x", "p", AllowRead));

        Task AllowAsync(string actions, string condition) => d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", actions, "*", condition)));
    }

    [Fact]
    public async Task What_the_host_says_of_a_request_cannot_stand_in_for_the_operation_or_the_session() // EV-013, ID-240
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("theirs"));
        await d.UserAsync("ann", Policy("Allow", "iam:DeleteUser", "*", """{"StringEquals":{"iam:ResourceTag/team":"a"}}"""));
        await d.DoAsync(new PutUserPolicy("ann", "mfa", Policy("Allow", "iam:GetUser", "*", """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""")));
        await d.DoAsync(new PutUserPolicy("ann", "ip", Policy("Allow", "iam:GetGroup", "*", """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""")));
        var context = new RequestContext { ["iam:ResourceTag/team"] = "a", ["aws:MultiFactorAuthPresent"] = true, ["aws:SourceIp"] = "203.0.113.9" };
        var ann = d.Directory.ForCaller(await d.KeyAsync("ann"), context);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new DeleteUser("theirs"), ann);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new GetUser("theirs"), ann);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-099", new GetGroup("none"), ann); // the address is the host's to say
    }

    [Fact]
    public async Task Predefined_policies_are_of_the_callers_own_account_for_operations() // ID-150, ID-245
    {
        var d = await NewAsync();
        var ann = await d.UserAsync("ann", Policy("Allow", "iam:GetPolicy"));
        Assert.Equal(Administrator, (await ann.ExecuteAsync(new GetPolicy(Administrator))).Arn);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-148", new GetPolicy("arn:aws:iam::999988887777:policy/Theirs"), ann);
    }

    [Fact]
    public async Task A_caller_that_is_gone_is_refused_before_anything_else() // ID-238, ID-091
    {
        var d = await NewAsync();
        var ann = await d.UserAsync("ann", AllowAll);
        await d.DoAsync(new DeleteUserWithDependencies("ann"));
        var refused = await Assert.ThrowsAsync<IamException>(() => ann.ExecuteAsync(new CreateUser("not a name")));
        Assert.Equal(IamErrorCode.InvalidClientTokenId, refused.ErrorCode);
    }

    [Fact]
    public async Task Names_are_not_told_to_those_who_may_not_ask_whatever_the_reason() // ID-238, ID-239
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("there") { Path = "/secret/", Tags = [new("team", "a")] });
        var ann = await d.UserAsync("ann", Policy("Deny", "iam:*", Arn("user/secret/*")));
        await SameAsync();
        await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Deny", "iam:*", "*", """{"StringEquals":{"aws:ResourceTag/team":"a"}}""")));
        await SameAsync();
        await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", "iam:*", "*", """{"StringEquals":{"aws:ResourceTag/team":"b"}}""")));
        await SameAsync();

        async Task SameAsync()
        {
            var there = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new GetUser("there"), ann);
            var missing = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new GetUser("missing"), ann);
            Assert.Equal(missing.Message, there.Message.Replace("there", "missing", StringComparison.Ordinal));
            Assert.Equal(missing.Details.Count, there.Details.Count);
        }
    }

    [Fact]
    public async Task A_part_is_authorized_with_what_the_parts_before_did_to_the_caller_itself() // ID-242
    {
        var d = await NewAsync();
        var limit = await d.PolicyAsync("Limit", Policy("Allow", "iam:Put* iam:List* iam:Get*"));
        await d.DoAsync(new CreateUser("source") { PermissionsBoundary = limit });
        await d.DoAsync(new AttachUserPolicy("source", Administrator));
        var ann = await d.UserAsync("ann", AllowAll);
        var denied = await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CloneUserPermissions("source", "ann"), ann);
        Assert.EndsWith("because no permissions boundary allows the iam:AttachUserPolicy action", denied.Message, StringComparison.Ordinal);
        await d.DoAsync(new CreateUser("other"));
        await ann.ExecuteAsync(new CloneUserPermissions("source", "other")); // to somebody else it may
    }

    [Fact]
    public async Task Passing_a_role_is_a_permission_of_its_own() // ID-248 to ID-253
    {
        var d = await NewAsync();
        var trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";
        await d.DoAsync(new CreateRole("app", trust) { Tags = [new("team", "a")] });
        var ann = await d.UserAsync("ann", Policy("Allow", "iam:PassRole", Arn("role/app"), """{"StringEquals":{"iam:PassedToService":"ec2.amazonaws.com"}}"""));
        Assert.Empty(await ann.ExecuteAsync(new CheckPassRole(Arn("role/app"), "ec2.amazonaws.com")));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CheckPassRole(Arn("role/app"), "lambda.amazonaws.com"), ann);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CheckPassRole(Arn("role/other"), "ec2.amazonaws.com"), ann);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-249", new CheckPassRole("arn:aws:iam::999988887777:role/app", "ec2.amazonaws.com"), ann);
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-249", new CheckPassRole($"arn:aws-cn:iam::{Here}:role/app", "ec2.amazonaws.com"), ann);

        await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", "iam:PassRole", "*", """{"StringEquals":{"aws:ResourceTag/team":"a"}}""")));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CheckPassRole(Arn("role/app"), "ec2.amazonaws.com"), ann); // ID-251

        await d.DoAsync(new PutUserPolicy("ann", "own", Policy("Allow", "iam:PassRole", "*", """{"ArnLike":{"iam:AssociatedResourceArn":"arn:aws:ec2:*:*:instance/*"}}""")));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new CheckPassRole(Arn("role/app"), "ec2.amazonaws.com"), ann);
        var question = new CheckPassRole(Arn("role/app"), "lambda.amazonaws.com") { AssociatedResourceArn = $"arn:aws:ec2:eu-west-1:{Here}:instance/i-1" };
        Assert.Equal("RoleDoesNotTrustService", Assert.Single(await ann.ExecuteAsync(question)).Code); // ID-253
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-248", question with { RoleArn = Arn("role/none") }, ann);
    }
}
