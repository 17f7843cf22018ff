using IamCore.Administration;
using IamCore.Administration.Groups;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.IamErrorCode;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>
/// Every error of every core operation, as ID-083 to ID-163 and ID-024 list them, each raised with the state before and after equal (ID-256). The
/// tables say which errors an operation has; a test fails that raises fewer or others.
/// </summary>
public sealed class CoreErrorTests
{
    private const long Stale = 999_999;
    private const string Missing = "arn:aws:iam::111122223333:policy/None";

    private readonly SortedSet<string> _raised = new(StringComparer.Ordinal);
    private TestDirectory _d = null!;

    [Fact]
    public async Task Operations_on_users_fail_with_the_errors_listed()
    {
        await MakeAsync();
        await RefusedAsync(ValidationError, new CreateUser("a b"), new UpdateUser("u") { NewPath = "x" });
        await RefusedAsync(ValidationError, new DeleteUser(""));
        await RefusedAsync(ValidationError, new GetUser("a b"));
        await RefusedAsync(ValidationError, new ListUsers { Marker = "forged" });
        await RefusedAsync(NoSuchEntity, new GetUser("none"));
        await RefusedAsync(NoSuchEntity, new UpdateUser("none"));
        await RefusedAsync(NoSuchEntity, new DeleteUser("none"));
        await RefusedAsync(NoSuchEntity, new CreateUser("new") { PermissionsBoundary = Missing });
        await RefusedAsync(EntityAlreadyExists, new CreateUser("U"), new UpdateUser("v") { NewUserName = "U" });
        await RefusedAsync(InvalidInput, new CreateUser("new") { Tags = [new("aws:x", "1")] });
        await RefusedAsync(PolicyNotAttachable, new CreateUser("new") { PermissionsBoundary = RootTask });
        await RefusedAsync(DeleteConflict, new DeleteUser("u"));
        await RefusedAsync(ConcurrentModification, new UpdateUser("u") { NewUserName = "w", ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteUser("v") { ExpectedRevision = Stale });
        await MakeAsync(Quota.UsersPerAccount, 2);
        await RefusedAsync(LimitExceeded, new CreateUser("new"));
        AssertRaised("""
            CreateUser: EntityAlreadyExists InvalidInput LimitExceeded NoSuchEntity PolicyNotAttachable ValidationError
            DeleteUser: ConcurrentModification DeleteConflict NoSuchEntity ValidationError
            GetUser: NoSuchEntity ValidationError
            ListUsers: ValidationError
            UpdateUser: ConcurrentModification EntityAlreadyExists NoSuchEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_groups_fail_with_the_errors_listed()
    {
        await MakeAsync();
        await RefusedAsync(ValidationError, new CreateGroup("a b"), new UpdateGroup("g") { NewPath = "x" });
        await RefusedAsync(ValidationError, new DeleteGroup(""));
        await RefusedAsync(ValidationError, new GetGroup("a b"));
        await RefusedAsync(ValidationError, new ListGroups { MaxItems = 0 });
        await RefusedAsync(ValidationError, new ListGroupsForUser("a b"));
        await RefusedAsync(ValidationError, new AddUserToGroup("g", "a b"), new RemoveUserFromGroup("a b", "u"));
        await RefusedAsync(NoSuchEntity, new GetGroup("none"));
        await RefusedAsync(NoSuchEntity, new ListGroupsForUser("none"));
        await RefusedAsync(NoSuchEntity, new UpdateGroup("none"));
        await RefusedAsync(NoSuchEntity, new DeleteGroup("none"));
        await RefusedAsync(NoSuchEntity, new AddUserToGroup("none", "u"), new AddUserToGroup("g", "none"));
        await RefusedAsync(NoSuchEntity, new RemoveUserFromGroup("none", "u"), new RemoveUserFromGroup("g", "none"), new RemoveUserFromGroup("g", "v"));
        await RefusedAsync(EntityAlreadyExists, new CreateGroup("G"), new UpdateGroup("h") { NewGroupName = "G" });
        await RefusedAsync(DeleteConflict, new DeleteGroup("g"));
        await RefusedAsync(ConcurrentModification, new UpdateGroup("g") { NewGroupName = "i", ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteGroup("h") { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new AddUserToGroup("g", "v") { ExpectedRevision = Stale }, new RemoveUserFromGroup("g", "u") { ExpectedRevision = Stale });
        await MakeAsync(Quota.GroupsPerAccount, 2);
        await RefusedAsync(LimitExceeded, new CreateGroup("new"));
        await MakeAsync(Quota.GroupsPerUser, 1);
        await RefusedAsync(LimitExceeded, new AddUserToGroup("h", "u"));
        AssertRaised("""
            AddUserToGroup: ConcurrentModification LimitExceeded NoSuchEntity ValidationError
            CreateGroup: EntityAlreadyExists LimitExceeded ValidationError
            DeleteGroup: ConcurrentModification DeleteConflict NoSuchEntity ValidationError
            GetGroup: NoSuchEntity ValidationError
            ListGroups: ValidationError
            ListGroupsForUser: NoSuchEntity ValidationError
            RemoveUserFromGroup: ConcurrentModification NoSuchEntity ValidationError
            UpdateGroup: ConcurrentModification EntityAlreadyExists NoSuchEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_roles_fail_with_the_errors_listed()
    {
        await MakeAsync();
        var trust = Trust(Here);
        await RefusedAsync(ValidationError, new CreateRole("a b", trust), new CreateRole("new", trust) { MaxSessionDuration = 5 });
        await RefusedAsync(ValidationError, new UpdateRole("r") { MaxSessionDuration = 5 });
        await RefusedAsync(ValidationError, new UpdateAssumeRolePolicy("r", ""));
        await RefusedAsync(ValidationError, new DeleteRole(""));
        await RefusedAsync(ValidationError, new GetRole("a b"));
        await RefusedAsync(ValidationError, new ListRoles { PathPrefix = "x" });
        await RefusedAsync(NoSuchEntity, new GetRole("none"));
        await RefusedAsync(NoSuchEntity, new UpdateRole("none"));
        await RefusedAsync(NoSuchEntity, new UpdateAssumeRolePolicy("none", trust));
        await RefusedAsync(NoSuchEntity, new DeleteRole("none"));
        await RefusedAsync(NoSuchEntity, new CreateRole("new", trust) { PermissionsBoundary = Missing });
        await RefusedAsync(EntityAlreadyExists, new CreateRole("R", trust));
        await RefusedAsync(MalformedPolicyDocument, new CreateRole("new", AllowRead));
        await RefusedAsync(MalformedPolicyDocument, new UpdateAssumeRolePolicy("r", AllowRead));
        await RefusedAsync(InvalidInput, new CreateRole("new", trust) { Path = "/aws-service-role/" });
        await RefusedAsync(PolicyNotAttachable, new CreateRole("new", trust) { PermissionsBoundary = RootTask });
        await RefusedAsync(DeleteConflict, new DeleteRole("r"));
        await RefusedAsync(UnmodifiableEntity, new UpdateRole("slr") { MaxSessionDuration = 7200 });
        await RefusedAsync(UnmodifiableEntity, new UpdateAssumeRolePolicy("slr", trust));
        await RefusedAsync(UnmodifiableEntity, new DeleteRole("slr"));
        await RefusedAsync(ConcurrentModification, new UpdateRole("r") { Description = "x", ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new UpdateAssumeRolePolicy("r", trust) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteRole("s") { ExpectedRevision = Stale });
        await RefusedAsync(LimitExceeded, new CreateRole("new", trust.Replace("\"Action\"", $"\"Sid\":\"{new string('a', 2048)}\",\"Action\"", StringComparison.Ordinal)));
        await RefusedAsync(LimitExceeded, new UpdateAssumeRolePolicy("r", trust.Replace("\"Action\"", $"\"Sid\":\"{new string('a', 2048)}\",\"Action\"", StringComparison.Ordinal)));
        await MakeAsync(Quota.RolesPerAccount, 3);
        await RefusedAsync(LimitExceeded, new CreateRole("new", trust));
        AssertRaised("""
            CreateRole: EntityAlreadyExists InvalidInput LimitExceeded MalformedPolicyDocument NoSuchEntity PolicyNotAttachable ValidationError
            DeleteRole: ConcurrentModification DeleteConflict NoSuchEntity UnmodifiableEntity ValidationError
            GetRole: NoSuchEntity ValidationError
            ListRoles: ValidationError
            UpdateAssumeRolePolicy: ConcurrentModification LimitExceeded MalformedPolicyDocument NoSuchEntity UnmodifiableEntity ValidationError
            UpdateRole: ConcurrentModification NoSuchEntity UnmodifiableEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_policies_fail_with_the_errors_listed()
    {
        await MakeAsync();
        var mine = Arn("policy/Mine");
        await RefusedAsync(ValidationError, new CreatePolicy("a b", AllowRead));
        await RefusedAsync(ValidationError, new CreatePolicyVersion(mine, ""));
        await RefusedAsync(ValidationError, new SetDefaultPolicyVersion(mine, "1"));
        await RefusedAsync(ValidationError, new DeletePolicyVersion(mine, "x"));
        await RefusedAsync(ValidationError, new GetPolicyVersion(mine, "x"));
        await RefusedAsync(ValidationError, new ListPolicies { PathPrefix = "x" });
        await RefusedAsync(ValidationError, new ListPolicyVersions(mine) { MaxItems = 0 });
        await RefusedAsync(ValidationError, new ListEntitiesForPolicy(mine) { MaxItems = 1001 });
        foreach (var (code, arn) in new[] { (InvalidInput, "x"), (NoSuchEntity, Missing) })
        {
            await RefusedAsync(code, new CreatePolicyVersion(arn, AllowRead));
            await RefusedAsync(code, new SetDefaultPolicyVersion(arn, "v1"));
            await RefusedAsync(code, new DeletePolicyVersion(arn, "v1"));
            await RefusedAsync(code, new GetPolicyVersion(arn, "v1"));
            await RefusedAsync(code, new DeletePolicy(arn));
            await RefusedAsync(code, new GetPolicy(arn));
            await RefusedAsync(code, new ListPolicyVersions(arn));
            await RefusedAsync(code, new ListEntitiesForPolicy(arn));
        }

        await RefusedAsync(NoSuchEntity, new SetDefaultPolicyVersion(mine, "v9"));
        await RefusedAsync(NoSuchEntity, new DeletePolicyVersion(mine, "v9"));
        await RefusedAsync(NoSuchEntity, new GetPolicyVersion(mine, "v9"));
        await RefusedAsync(EntityAlreadyExists, new CreatePolicy("MINE", AllowRead));
        await RefusedAsync(InvalidInput, new CreatePolicy("new", AllowRead) { Tags = [new("aws:x", "1")] });
        await RefusedAsync(MalformedPolicyDocument, new CreatePolicy("new", Trust(Here)));
        await RefusedAsync(MalformedPolicyDocument, new CreatePolicyVersion(mine, Trust(Here)));
        await RefusedAsync(AccessDenied, new CreatePolicyVersion(Administrator, AllowRead));
        await RefusedAsync(AccessDenied, new SetDefaultPolicyVersion(Administrator, "v1"));
        await RefusedAsync(AccessDenied, new DeletePolicyVersion(Administrator, "v1"));
        await RefusedAsync(AccessDenied, new DeletePolicy(Administrator));
        await RefusedAsync(DeleteConflict, new DeletePolicyVersion(mine, "v1"));
        await RefusedAsync(DeleteConflict, new DeletePolicy(mine));
        await RefusedAsync(ConcurrentModification, new CreatePolicyVersion(mine, AllowRead) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new SetDefaultPolicyVersion(mine, "v2") { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeletePolicyVersion(mine, "v2") { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeletePolicy(Arn("policy/Other")) { ExpectedRevision = Stale });
        await RefusedAsync(LimitExceeded, new CreatePolicy("new", Allow(6145)));
        await MakeAsync(Quota.VersionsPerPolicy, 2);
        await RefusedAsync(LimitExceeded, new CreatePolicyVersion(mine, AllowRead));
        await MakeAsync(Quota.PoliciesPerAccount, 2);
        await RefusedAsync(LimitExceeded, new CreatePolicy("new", AllowRead));
        AssertRaised("""
            CreatePolicy: EntityAlreadyExists InvalidInput LimitExceeded MalformedPolicyDocument ValidationError
            CreatePolicyVersion: AccessDenied ConcurrentModification InvalidInput LimitExceeded MalformedPolicyDocument NoSuchEntity ValidationError
            DeletePolicy: AccessDenied ConcurrentModification DeleteConflict InvalidInput NoSuchEntity
            DeletePolicyVersion: AccessDenied ConcurrentModification DeleteConflict InvalidInput NoSuchEntity ValidationError
            GetPolicy: InvalidInput NoSuchEntity
            GetPolicyVersion: InvalidInput NoSuchEntity ValidationError
            ListEntitiesForPolicy: InvalidInput NoSuchEntity ValidationError
            ListPolicies: ValidationError
            ListPolicyVersions: InvalidInput NoSuchEntity ValidationError
            SetDefaultPolicyVersion: AccessDenied ConcurrentModification InvalidInput NoSuchEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_attachments_fail_with_the_errors_listed()
    {
        await MakeAsync();
        var mine = Arn("policy/Mine");
        await RefusedAsync(ValidationError, new AttachUserPolicy("a b", mine), new DetachUserPolicy("a b", mine));
        await RefusedAsync(ValidationError, new AttachGroupPolicy("a b", mine), new DetachGroupPolicy("a b", mine));
        await RefusedAsync(ValidationError, new AttachRolePolicy("a b", mine), new DetachRolePolicy("a b", mine));
        await RefusedAsync(NoSuchEntity, new AttachUserPolicy("none", mine), new DetachUserPolicy("none", mine), new AttachUserPolicy("u", Missing), new DetachUserPolicy("v", mine));
        await RefusedAsync(NoSuchEntity, new AttachGroupPolicy("none", mine), new DetachGroupPolicy("none", mine), new AttachGroupPolicy("g", Missing), new DetachGroupPolicy("h", mine));
        await RefusedAsync(NoSuchEntity, new AttachRolePolicy("none", mine), new DetachRolePolicy("none", mine), new AttachRolePolicy("r", Missing), new DetachRolePolicy("s", mine));
        await RefusedAsync(InvalidInput, new AttachUserPolicy("u", "x"), new DetachUserPolicy("u", "x"));
        await RefusedAsync(InvalidInput, new AttachGroupPolicy("g", "x"), new DetachGroupPolicy("g", "x"));
        await RefusedAsync(InvalidInput, new AttachRolePolicy("r", "x"), new DetachRolePolicy("r", "x"));
        await RefusedAsync(PolicyNotAttachable, new AttachUserPolicy("u", RootTask));
        await RefusedAsync(PolicyNotAttachable, new AttachGroupPolicy("g", RootTask));
        await RefusedAsync(PolicyNotAttachable, new AttachRolePolicy("r", RootTask));
        await RefusedAsync(UnmodifiableEntity, new AttachRolePolicy("slr", mine), new DetachRolePolicy("slr", mine));
        await RefusedAsync(ConcurrentModification, new AttachUserPolicy("v", mine) { ExpectedRevision = Stale }, new DetachUserPolicy("u", mine) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new AttachGroupPolicy("h", mine) { ExpectedRevision = Stale }, new DetachGroupPolicy("g", mine) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new AttachRolePolicy("s", mine) { ExpectedRevision = Stale }, new DetachRolePolicy("r", mine) { ExpectedRevision = Stale });
        await RefusedAsync(NoSuchEntity, new ListAttachedUserPolicies("none"));
        await RefusedAsync(NoSuchEntity, new ListAttachedGroupPolicies("none"));
        await RefusedAsync(NoSuchEntity, new ListAttachedRolePolicies("none"));
        await RefusedAsync(ValidationError, new ListAttachedUserPolicies("u") { MaxItems = 0 });
        await RefusedAsync(ValidationError, new ListAttachedGroupPolicies("g") { MaxItems = 0 });
        await RefusedAsync(ValidationError, new ListAttachedRolePolicies("r") { MaxItems = 0 });
        await MakeAsync(Quota.AttachedPoliciesPerUser, 1);
        await RefusedAsync(LimitExceeded, new AttachUserPolicy("u", Administrator));
        await MakeAsync(Quota.AttachedPoliciesPerGroup, 1);
        await RefusedAsync(LimitExceeded, new AttachGroupPolicy("g", Administrator));
        await MakeAsync(Quota.AttachedPoliciesPerRole, 1);
        await RefusedAsync(LimitExceeded, new AttachRolePolicy("r", Administrator));
        AssertRaised("""
            AttachGroupPolicy: ConcurrentModification InvalidInput LimitExceeded NoSuchEntity PolicyNotAttachable ValidationError
            AttachRolePolicy: ConcurrentModification InvalidInput LimitExceeded NoSuchEntity PolicyNotAttachable UnmodifiableEntity ValidationError
            AttachUserPolicy: ConcurrentModification InvalidInput LimitExceeded NoSuchEntity PolicyNotAttachable ValidationError
            DetachGroupPolicy: ConcurrentModification InvalidInput NoSuchEntity ValidationError
            DetachRolePolicy: ConcurrentModification InvalidInput NoSuchEntity UnmodifiableEntity ValidationError
            DetachUserPolicy: ConcurrentModification InvalidInput NoSuchEntity ValidationError
            ListAttachedGroupPolicies: NoSuchEntity ValidationError
            ListAttachedRolePolicies: NoSuchEntity ValidationError
            ListAttachedUserPolicies: NoSuchEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_inline_policies_fail_with_the_errors_listed()
    {
        await MakeAsync();
        await RefusedAsync(ValidationError, new PutUserPolicy("u", "a b", AllowRead));
        await RefusedAsync(ValidationError, new PutGroupPolicy("g", "a b", AllowRead));
        await RefusedAsync(ValidationError, new PutRolePolicy("r", "a b", AllowRead));
        await RefusedAsync(ValidationError, new DeleteUserPolicy("u", "a b"), new DeleteUserPolicy("", "p"));
        await RefusedAsync(ValidationError, new DeleteGroupPolicy("g", "a b"));
        await RefusedAsync(ValidationError, new DeleteRolePolicy("r", "a b"));
        await RefusedAsync(NoSuchEntity, new PutUserPolicy("none", "p", AllowRead));
        await RefusedAsync(NoSuchEntity, new PutGroupPolicy("none", "p", AllowRead));
        await RefusedAsync(NoSuchEntity, new PutRolePolicy("none", "p", AllowRead));
        await RefusedAsync(NoSuchEntity, new DeleteUserPolicy("none", "p"), new DeleteUserPolicy("u", "P"));
        await RefusedAsync(NoSuchEntity, new DeleteGroupPolicy("none", "p"), new DeleteGroupPolicy("g", "P"));
        await RefusedAsync(NoSuchEntity, new DeleteRolePolicy("none", "p"), new DeleteRolePolicy("r", "P"));
        await RefusedAsync(NoSuchEntity, new GetUserPolicy("u", "P"));
        await RefusedAsync(NoSuchEntity, new GetGroupPolicy("g", "P"));
        await RefusedAsync(NoSuchEntity, new GetRolePolicy("r", "P"));
        await RefusedAsync(NoSuchEntity, new ListUserPolicies("none"));
        await RefusedAsync(NoSuchEntity, new ListGroupPolicies("none"));
        await RefusedAsync(NoSuchEntity, new ListRolePolicies("none"));
        await RefusedAsync(MalformedPolicyDocument, new PutUserPolicy("u", "p", Trust(Here)));
        await RefusedAsync(MalformedPolicyDocument, new PutGroupPolicy("g", "p", Trust(Here)));
        await RefusedAsync(MalformedPolicyDocument, new PutRolePolicy("r", "p", Trust(Here)));
        await RefusedAsync(LimitExceeded, new PutUserPolicy("u", "q", Allow(2048)));
        await RefusedAsync(LimitExceeded, new PutGroupPolicy("g", "q", Allow(5120)));
        await RefusedAsync(LimitExceeded, new PutRolePolicy("r", "q", Allow(10240)));
        await RefusedAsync(UnmodifiableEntity, new PutRolePolicy("slr", "p", AllowRead));
        await RefusedAsync(UnmodifiableEntity, new DeleteRolePolicy("slr", "p"));
        await RefusedAsync(ConcurrentModification, new PutUserPolicy("u", "p", AllowWrite) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new PutGroupPolicy("g", "p", AllowWrite) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new PutRolePolicy("r", "p", AllowWrite) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteUserPolicy("u", "p") { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteGroupPolicy("g", "p") { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteRolePolicy("r", "p") { ExpectedRevision = Stale });
        AssertRaised("""
            DeleteGroupPolicy: ConcurrentModification NoSuchEntity ValidationError
            DeleteRolePolicy: ConcurrentModification NoSuchEntity UnmodifiableEntity ValidationError
            DeleteUserPolicy: ConcurrentModification NoSuchEntity ValidationError
            GetGroupPolicy: NoSuchEntity
            GetRolePolicy: NoSuchEntity
            GetUserPolicy: NoSuchEntity
            ListGroupPolicies: NoSuchEntity
            ListRolePolicies: NoSuchEntity
            ListUserPolicies: NoSuchEntity
            PutGroupPolicy: ConcurrentModification LimitExceeded MalformedPolicyDocument NoSuchEntity ValidationError
            PutRolePolicy: ConcurrentModification LimitExceeded MalformedPolicyDocument NoSuchEntity UnmodifiableEntity ValidationError
            PutUserPolicy: ConcurrentModification LimitExceeded MalformedPolicyDocument NoSuchEntity ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_boundaries_fail_with_the_errors_listed()
    {
        await MakeAsync();
        var mine = Arn("policy/Mine");
        await RefusedAsync(ValidationError, new PutUserPermissionsBoundary("a b", mine));
        await RefusedAsync(ValidationError, new PutRolePermissionsBoundary("a b", mine));
        await RefusedAsync(ValidationError, new DeleteUserPermissionsBoundary("a b"));
        await RefusedAsync(ValidationError, new DeleteRolePermissionsBoundary("a b"));
        await RefusedAsync(NoSuchEntity, new PutUserPermissionsBoundary("none", mine), new PutUserPermissionsBoundary("u", Missing));
        await RefusedAsync(NoSuchEntity, new PutRolePermissionsBoundary("none", mine), new PutRolePermissionsBoundary("r", Missing));
        await RefusedAsync(NoSuchEntity, new DeleteUserPermissionsBoundary("none"), new DeleteUserPermissionsBoundary("v"));
        await RefusedAsync(NoSuchEntity, new DeleteRolePermissionsBoundary("none"), new DeleteRolePermissionsBoundary("s"));
        await RefusedAsync(InvalidInput, new PutUserPermissionsBoundary("u", "x"));
        await RefusedAsync(InvalidInput, new PutRolePermissionsBoundary("r", "x"));
        await RefusedAsync(PolicyNotAttachable, new PutUserPermissionsBoundary("u", RootTask));
        await RefusedAsync(PolicyNotAttachable, new PutRolePermissionsBoundary("r", RootTask));
        await RefusedAsync(UnmodifiableEntity, new PutRolePermissionsBoundary("slr", mine));
        await RefusedAsync(UnmodifiableEntity, new DeleteRolePermissionsBoundary("slr"));
        await RefusedAsync(ConcurrentModification, new PutUserPermissionsBoundary("v", mine) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new PutRolePermissionsBoundary("s", mine) { ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteUserPermissionsBoundary("u") { ExpectedRevision = Stale });
        AssertRaised("""
            DeleteRolePermissionsBoundary: NoSuchEntity UnmodifiableEntity ValidationError
            DeleteUserPermissionsBoundary: ConcurrentModification NoSuchEntity ValidationError
            PutRolePermissionsBoundary: ConcurrentModification InvalidInput NoSuchEntity PolicyNotAttachable UnmodifiableEntity ValidationError
            PutUserPermissionsBoundary: ConcurrentModification InvalidInput NoSuchEntity PolicyNotAttachable ValidationError
            """);
    }

    [Fact]
    public async Task Operations_on_control_policies_fail_with_the_errors_listed()
    {
        await MakeAsync(Quota.ControlPoliciesPerNode, 2);
        var organization = await _d.DoAsync(new CreateOrganization());
        var scp = (await _d.DoAsync(new CreateControlPolicy("Guard", PolicyType.ServiceControl, AllowRead))).Value;
        var spare = (await _d.DoAsync(new CreateControlPolicy("Spare", PolicyType.ServiceControl, AllowRead))).Value;
        await _d.DoAsync(new AttachControlPolicy(scp.Id, organization.RootId));
        await RefusedAsync(ValidationError, new CreateControlPolicy(" ", PolicyType.ServiceControl, AllowRead), new CreateControlPolicy("x", PolicyType.Identity, AllowRead));
        await RefusedAsync(ValidationError, new UpdateControlPolicy(scp.Id) { Name = " " });
        await RefusedAsync(EntityAlreadyExists, new CreateControlPolicy("GUARD", PolicyType.ServiceControl, AllowRead));
        await RefusedAsync(EntityAlreadyExists, new UpdateControlPolicy(spare.Id) { Name = "guard" });
        await RefusedAsync(MalformedPolicyDocument, new CreateControlPolicy("x", PolicyType.ServiceControl, Trust(Here)));
        await RefusedAsync(MalformedPolicyDocument, new UpdateControlPolicy(scp.Id) { Content = Trust(Here) });
        await RefusedAsync(LimitExceeded, new CreateControlPolicy("x", PolicyType.ServiceControl, AllowRead + new string(' ', 5120)));
        await RefusedAsync(LimitExceeded, new UpdateControlPolicy(scp.Id) { Content = AllowRead + new string(' ', 5120) });
        await RefusedAsync(NoSuchEntity, new UpdateControlPolicy("p-none"));
        await RefusedAsync(NoSuchEntity, new DeleteControlPolicy("p-none"));
        await RefusedAsync(NoSuchEntity, new AttachControlPolicy("p-none", organization.RootId), new AttachControlPolicy(scp.Id, "ou-none-1"));
        await RefusedAsync(NoSuchEntity, new DetachControlPolicy(spare.Id, organization.RootId));
        await RefusedAsync(LimitExceeded, new AttachControlPolicy(spare.Id, organization.RootId));
        await RefusedAsync(DeleteConflict, new DeleteControlPolicy(scp.Id));
        await RefusedAsync(ConcurrentModification, new UpdateControlPolicy(scp.Id) { Name = "Other", ExpectedRevision = Stale });
        await RefusedAsync(ConcurrentModification, new DeleteControlPolicy(spare.Id) { ExpectedRevision = Stale });
        await _d.DoAsync(new DetachControlPolicy(scp.Id, organization.RootId));
        await RefusedAsync(InvalidInput, new DetachControlPolicy("p-FullAWSAccess", organization.RootId));
        AssertRaised("""
            AttachControlPolicy: LimitExceeded NoSuchEntity
            CreateControlPolicy: EntityAlreadyExists LimitExceeded MalformedPolicyDocument ValidationError
            DeleteControlPolicy: ConcurrentModification DeleteConflict NoSuchEntity
            DetachControlPolicy: InvalidInput NoSuchEntity
            UpdateControlPolicy: ConcurrentModification EntityAlreadyExists LimitExceeded MalformedPolicyDocument NoSuchEntity ValidationError
            """);
    }

    private Task MakeAsync(Quota quota, int value) => MakeAsync(With(quota, value));

    /// <summary>Users u and v, groups g and h, roles r, s and slr, policies Mine and Other; the first of each has everything, the second nothing.</summary>
    private async Task MakeAsync(IamDirectoryOptions? options = null)
    {
        _d = await NewAsync(options);
        var mine = await _d.PolicyAsync("Mine");
        await _d.PolicyAsync("Other");
        await _d.DoAsync(new CreatePolicyVersion(mine, AllowWrite));
        await _d.DoAsync(new CreateUser("u") { PermissionsBoundary = mine });
        await _d.DoAsync(new CreateUser("v"));
        await _d.DoAsync(new CreateGroup("g"));
        await _d.DoAsync(new CreateGroup("h"));
        await _d.DoAsync(new CreateRole("r", Trust(Here)));
        await _d.DoAsync(new CreateRole("s", Trust(Here)));
        var owned = (await _d.DoAsync(new CreateRole("slr", Trust(Here)))).Value;
        await _d.Store.CommitAsync(new() { Puts = [owned with { Owner = RoleOwner.Service, Path = "/aws-service-role/ec2.amazonaws.com/" }] }, default);
        await _d.DoAsync(new AddUserToGroup("g", "u"));
        await _d.DoAsync(new AttachUserPolicy("u", mine));
        await _d.DoAsync(new AttachGroupPolicy("g", mine));
        await _d.DoAsync(new AttachRolePolicy("r", mine));
        await _d.DoAsync(new PutUserPolicy("u", "p", AllowRead));
        await _d.DoAsync(new PutGroupPolicy("g", "p", AllowRead));
        await _d.DoAsync(new PutRolePolicy("r", "p", AllowRead));
    }

    private async Task RefusedAsync<T>(IamErrorCode code, params IamCommand<T>[] commands)
    {
        foreach (var command in commands)
        {
            var before = await _d.DumpAsync();
            var error = await Assert.ThrowsAsync<IamException>(() => _d.Iam.ExecuteAsync(command));
            Assert.True(code == error.ErrorCode, $"{command}: {error.ErrorCode}, {error.Message}");
            Assert.Equal(before, await _d.DumpAsync());
            _raised.Add($"{command.GetType().Name}: {code}");
        }
    }

    private void AssertRaised(string table) => Assert.Equal(
        table.ReplaceLineEndings("\n").Split('\n').SelectMany(line => line.Split(": ") is [var operation, var codes] ? codes.Split(' ').Select(c => $"{operation}: {c}") : [])
            .Order(StringComparer.Ordinal),
        _raised);
}
