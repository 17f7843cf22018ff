using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Organizations;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.IamErrorCode;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.Errors.ErrorRow;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration.Errors;

/// <summary>Errors that several operations share, for each of them, and those that one façade alone raises.</summary>
internal static class OperationErrors
{
    private const string Owned = "AWSServiceRoleForPlain";
    private const string OwnedPolicy = "arn:aws:iam::aws:policy/aws-service-role/PlainServiceRolePolicy";
    private const string Deprecated = "arn:aws:iam::aws:policy/Deprecated";

    private static readonly string Mine = Arn("policy/Policy");
    private static readonly string None = Arn("policy/none");

    public static IEnumerable<ErrorRow> Rows => [.. Accounts, .. Identities, .. Roles, .. Policies, .. Tags, .. Quotas, .. Authorization];

    private static IEnumerable<ErrorRow> Accounts =>
    [
        Of("ID-018 id", ValidationError, new CreateAccount("X", "x@example.com") { AccountId = "1" }, by: Facade.Instance),
        Of("ID-018 id", EntityAlreadyExists, new CreateAccount("X", "x@example.com") { AccountId = Here }, by: Facade.Instance),
        Of("ID-018 e-mail", EntityAlreadyExists, new CreateAccount("X", "ROOT@example.com"), by: Facade.Instance),
        Of("ID-030", NoSuchEntity, new AttachUserPolicy("root", Administrator)),
        Of("ID-030 inline", NoSuchEntity, new PutUserPolicy("root", "p", AllowRead)),
        Of("ID-030 boundary", NoSuchEntity, new PutUserPermissionsBoundary("root", Administrator)),
        Of("ID-035", PasswordPolicyViolation, new UpdateRootPassword("lowercase"), by: Facade.Trusted),
        Of("ID-038", AccessDenied, new UpdateAccountName("X"), by: Facade.Administrator),
        Of("ID-038", AccessDenied, new UpdateRootEmail("x@example.com"), by: Facade.Administrator),
        Of("ID-038", AccessDenied, new UpdateRootPassword("Corr3ct-horse"), by: Facade.Administrator),
        Of("ID-038", AccessDenied, new CloseAccount(), by: Facade.Administrator),
        Of("ID-040 guard", AccessDenied, new GetUser("u"), by: Facade.RootOnly, before: d => d.DoAsync(new SetRootUsageGuard(RootUsageGuard.Block))),
        Of("ID-041 members", EntityAlreadyExists, new BootstrapAdministrator("x") { GroupName = "g" }, by: Facade.Root, lifted: Quota.UsersPerAccount),
        Of("ID-058", ValidationError, new GetUser("a b")),
    ];

    private static IEnumerable<ErrorRow> Identities =>
    [
        Of("ID-101 forced", NoSuchEntity, new DeleteGroupWithDependencies("none")),
        Of("ID-103 group", NoSuchEntity, new RemoveUserFromGroup("none", "u")),
        Of("ID-103 user", NoSuchEntity, new RemoveUserFromGroup("g", "none")),
        Of("ID-104 quota", LimitExceeded, new MoveUserBetweenGroups("u", [], ["h"])),
        Of("ID-232 inline", EntityAlreadyExists, new CloneUserPermissions("v", "u")),
        Of("ID-234 quota", LimitExceeded, new CloneUserPermissions("u", "admin") { OverwriteInline = true }, before: d => d.DoAsync(new AddUserToGroup("h", "admin"))),
        Of("ID-258 create", EntityAlreadyExists, new CreateUser("u")),
    ];

    private static IEnumerable<ErrorRow> Roles =>
    [
        Of("ID-109 name", ValidationError, new CreateRole("a b", Trust(Here))),
        Of("ID-109 trust", MalformedPolicyDocument, new CreateRole("x", AllowRead), lifted: Quota.RolesPerAccount),
        Of("ID-109 tags", InvalidInput, new CreateRole("x", Trust(Here)) { Tags = [new("aws:x", "")] }, lifted: Quota.RolesPerAccount),
        Of("ID-109 boundary", NoSuchEntity, new CreateRole("x", Trust(Here)) { PermissionsBoundary = None }, lifted: Quota.RolesPerAccount),
        Of("ID-118 protected", UnmodifiableEntity, new DeleteRole(Owned)),
        Of("ID-118 protected", UnmodifiableEntity, new DeleteRoleWithDependencies(Owned)),
        Of("ID-126", UnmodifiableEntity, new AttachRolePolicy(Owned, Administrator), lifted: Quota.AttachedPoliciesPerRole),
        Of("ID-126", UnmodifiableEntity, new DetachRolePolicy(Owned, OwnedPolicy)),
        Of("ID-126", UnmodifiableEntity, new DeleteRolePolicy(Owned, "p")),
        Of("ID-126", UnmodifiableEntity, new UpdateAssumeRolePolicy(Owned, Trust(Here))),
        Of("ID-126", UnmodifiableEntity, new PutRolePermissionsBoundary(Owned, Administrator)),
        Of("ID-126", UnmodifiableEntity, new DeleteRolePermissionsBoundary(Owned)),
        Of("ID-126", UnmodifiableEntity, new DeleteRole(Owned)),
        Of("ID-126", UnmodifiableEntity, new UpdateRole(Owned) { MaxSessionDuration = 7200 }),
        Of("ID-126", UnmodifiableEntity, new AddRoleToInstanceProfile("q", Owned)),
        Of("ID-126", UnmodifiableEntity, new RemoveRoleFromInstanceProfile("q", Owned)),
        Of("ID-128 user", PolicyNotAttachable, new AttachUserPolicy("v", OwnedPolicy)),
        Of("ID-128 role", PolicyNotAttachable, new AttachRolePolicy("r", OwnedPolicy)),
        Of("ID-128 boundary", PolicyNotAttachable, new PutUserPermissionsBoundary("v", OwnedPolicy)),
        Of("ID-129 task", NoSuchEntity, new GetServiceLinkedRoleDeletionStatus($"task/aws-service-role/plain.example.com/{Owned}/{Guid.Empty}")),
        Of("ID-133 profile", NoSuchEntity, new AddRoleToInstanceProfile("none", "r")),
        Of("ID-134 profile", NoSuchEntity, new RemoveRoleFromInstanceProfile("none", "r")),
        Of("ID-134 role", NoSuchEntity, new RemoveRoleFromInstanceProfile("p", "none")),
        Of("ID-135 unknown", NoSuchEntity, new DeleteInstanceProfile("none")),
    ];

    private static IEnumerable<ErrorRow> Policies =>
    [
        Of("ID-002 kind", MalformedPolicyDocument, new PutUserPolicy("u", "p", Trust(Here))),
        Of("ID-141 name", ValidationError, new CreatePolicy("a b", AllowRead)),
        Of("ID-141 tags", InvalidInput, new CreatePolicy("X", AllowRead) { Tags = [new("aws:x", "")] }, lifted: Quota.PoliciesPerAccount),
        Of("ID-143 document", MalformedPolicyDocument, new CreatePolicyVersion(Mine, "{}"), lifted: Quota.VersionsPerPolicy),
        Of("ID-143 size", LimitExceeded, new CreatePolicyVersion(Mine, Allow(6145)), lifted: Quota.VersionsPerPolicy),
        Of("ID-144 policy", NoSuchEntity, new SetDefaultPolicyVersion(None, "v1")),
        Of("ID-148 form", InvalidInput, new GetPolicyVersion("x", "v1")),
        Of("ID-148 form", InvalidInput, new ListPolicyVersions("x")),
        Of("ID-148 form", InvalidInput, new ListEntitiesForPolicy("x")),
        Of("ID-148 unknown", NoSuchEntity, new GetPolicy(None)),
        Of("ID-148 unknown", NoSuchEntity, new ListPolicyVersions(None)),
        Of("ID-148 unknown", NoSuchEntity, new ListEntitiesForPolicy(None)),
        Of("ID-150 default", AccessDenied, new SetDefaultPolicyVersion(Administrator, "v1")),
        Of("ID-150 version", AccessDenied, new DeletePolicyVersion(Administrator, "v1")),
        Of("ID-150 tag", AccessDenied, new TagPolicy(Administrator, [new("a", "b")])),
        Of("ID-151", PolicyNotAttachable, new AttachGroupPolicy("h", RootTask)),
        Of("ID-152", PolicyNotAttachable, new AttachGroupPolicy("h", Deprecated)),
        Of("ID-153 identity", NoSuchEntity, new AttachUserPolicy("none", Administrator)),
        Of("ID-153 identity", NoSuchEntity, new AttachGroupPolicy("none", Administrator)),
        Of("ID-153 identity", NoSuchEntity, new AttachRolePolicy("none", Administrator)),
        Of("ID-153 policy", NoSuchEntity, new AttachUserPolicy("v", None)),
        Of("ID-153 policy", NoSuchEntity, new AttachGroupPolicy("h", None)),
        Of("ID-153 policy", NoSuchEntity, new AttachRolePolicy("r", None)),
        Of("ID-153 form", InvalidInput, new AttachGroupPolicy("h", "x")),
        Of("ID-153 form", InvalidInput, new AttachRolePolicy("r", "x")),
        Of("ID-153 attachable", PolicyNotAttachable, new AttachUserPolicy("v", RootTask)),
        Of("ID-153 attachable", PolicyNotAttachable, new AttachGroupPolicy("h", RootTask)),
        Of("ID-153 quota", LimitExceeded, new AttachGroupPolicy("g", Administrator)),
        Of("ID-153 quota", LimitExceeded, new AttachRolePolicy("s", Administrator)),
        Of("ID-154", NoSuchEntity, new DetachUserPolicy("v", Administrator)),
        Of("ID-154", NoSuchEntity, new DetachRolePolicy("r", Administrator)),
        Of("ID-157 unknown", NoSuchEntity, new PutUserPolicy("none", "p", AllowRead)),
        Of("ID-157 unknown", NoSuchEntity, new PutRolePolicy("none", "p", AllowRead)),
        Of("ID-157 document", MalformedPolicyDocument, new PutUserPolicy("u", "p", "no")),
        Of("ID-157 document", MalformedPolicyDocument, new PutRolePolicy("r", "p", "no")),
        Of("ID-157 size", LimitExceeded, new PutGroupPolicy("g", "big", Allow(5121))),
        Of("ID-157 size", LimitExceeded, new PutRolePolicy("r", "big", Allow(10241))),
        Of("ID-157 protected", UnmodifiableEntity, new PutRolePolicy(Owned, "p", AllowRead)),
        Of("ID-158 name", NoSuchEntity, new GetUserPolicy("u", "none")),
        Of("ID-158 name", NoSuchEntity, new GetGroupPolicy("g", "none")),
        Of("ID-158 name", NoSuchEntity, new GetRolePolicy("r", "none")),
        Of("ID-158 name", NoSuchEntity, new DeleteGroupPolicy("g", "none")),
        Of("ID-158 name", NoSuchEntity, new DeleteRolePolicy("r", "none")),
        Of("ID-162 unknown", NoSuchEntity, new PutUserPermissionsBoundary("none", Administrator)),
        Of("ID-162 policy", NoSuchEntity, new PutUserPermissionsBoundary("v", None)),
        Of("ID-162 policy", NoSuchEntity, new PutRolePermissionsBoundary("r", None)),
        Of("ID-162 form", InvalidInput, new PutRolePermissionsBoundary("r", "x")),
        Of("ID-162 attachable", PolicyNotAttachable, new PutRolePermissionsBoundary("r", RootTask)),
        Of("ID-163", NoSuchEntity, new DeleteRolePermissionsBoundary("r")),
        Of("ID-181", NoSuchEntity, new GetSAMLProvider(Arn("saml-provider/None"))),
        Of("ID-181", NoSuchEntity, new UpdateSAMLProvider(Arn("saml-provider/None"), ProviderTests.Metadata())),
    ];

    private static IEnumerable<ErrorRow> Tags
    {
        get
        {
            ValueList<Tag> tags = [new("a", "b")];
            ValueList<string> keys = ["a"];
            var (oidc, saml, device) = (Arn("oidc-provider/none.example.com"), Arn("saml-provider/None"), Arn("mfa/none"));
            return
            [
                Of("ID-078", NoSuchEntity, new TagUser("none", tags)), Of("ID-078", NoSuchEntity, new UntagUser("none", keys)), Of("ID-078", NoSuchEntity, new ListUserTags("none")),
                Of("ID-078", NoSuchEntity, new TagRole("none", tags)), Of("ID-078", NoSuchEntity, new UntagRole("none", keys)), Of("ID-078", NoSuchEntity, new ListRoleTags("none")),
                Of("ID-078", NoSuchEntity, new TagPolicy(None, tags)), Of("ID-078", NoSuchEntity, new UntagPolicy(None, keys)), Of("ID-078", NoSuchEntity, new ListPolicyTags(None)),
                Of("ID-078", NoSuchEntity, new UntagInstanceProfile("none", keys)), Of("ID-078", NoSuchEntity, new ListInstanceProfileTags("none")),
                Of("ID-078", NoSuchEntity, new TagOpenIDConnectProvider(oidc, tags)), Of("ID-078", NoSuchEntity, new UntagOpenIDConnectProvider(oidc, keys)),
                Of("ID-078", NoSuchEntity, new ListOpenIDConnectProviderTags(oidc)),
                Of("ID-078", NoSuchEntity, new TagSAMLProvider(saml, tags)), Of("ID-078", NoSuchEntity, new UntagSAMLProvider(saml, keys)), Of("ID-078", NoSuchEntity, new ListSAMLProviderTags(saml)),
                Of("ID-078", NoSuchEntity, new TagServerCertificate("none", tags)), Of("ID-078", NoSuchEntity, new UntagServerCertificate("none", keys)),
                Of("ID-078", NoSuchEntity, new ListServerCertificateTags("none")),
                Of("ID-078", NoSuchEntity, new TagMFADevice(device, tags)), Of("ID-078", NoSuchEntity, new UntagMFADevice(device, keys)), Of("ID-078", NoSuchEntity, new ListMFADeviceTags(device)),
            ];
        }
    }

    private static IEnumerable<ErrorRow> Quotas =>
    [
        Of("ID-049", ValidationError, new GetServerCertificate("a b")),
        Of("ID-172 length", InvalidInput, new CreateOpenIDConnectProvider("https://" + new string('x', 250))),
        Of("ID-052", ValidationError, new CreateVirtualMFADevice("a b")),
        Of("ID-182 message", LimitExceeded, new CreateUser("x")),
        Of("ID-183", LimitExceeded, new CreateUser("x")),
        Of("ID-184", LimitExceeded, new CreateGroup("x")),
        Of("ID-185", LimitExceeded, new CreateRole("x", Trust(Here))),
        Of("ID-186", LimitExceeded, new CreatePolicy("X", AllowRead)),
        Of("ID-187", LimitExceeded, new CreateInstanceProfile("x")),
        Of("ID-188", LimitExceeded, new UploadServerCertificate("site", Pem.Certificate, Pem.Key)),
        Of("ID-189", LimitExceeded, new CreateVirtualMFADevice("phone")),
        Of("ID-190", LimitExceeded, new CreateOpenIDConnectProvider("https://two.example.com")),
        Of("ID-191", LimitExceeded, new CreateSAMLProvider("Two", ProviderTests.Metadata())),
        Of("ID-193", LimitExceeded, new AddUserToGroup("h", "u")),
        Of("ID-194", LimitExceeded, new AddUserToGroup("g", "v")),
        Of("ID-195 user", LimitExceeded, new AttachUserPolicy("u", Administrator)),
        Of("ID-195 group", LimitExceeded, new AttachGroupPolicy("g", Administrator)),
        Of("ID-195 role", LimitExceeded, new AttachRolePolicy("s", Administrator)),
        Of("ID-197 user", LimitExceeded, new CreateAccessKey("admin")),
        Of("ID-197 root", LimitExceeded, new CreateAccessKey(), by: Facade.Root),
        Of("ID-198", LimitExceeded, new EnableMFADevice("u", Arn("mfa/phone"), "123456", "654321"), lifted: Quota.VirtualMfaDevicesPerAccount, before: d => d.DoAsync(new CreateVirtualMFADevice("phone"))),
        Of("ID-200", LimitExceeded, new UploadSigningCertificate(Pem.Certificate, "u")),
        Of("ID-201", LimitExceeded, new UploadSSHPublicKey("u", Pem.PublicKey)),
        Of("ID-202", LimitExceeded, new CreateServiceSpecificCredential("u", "codecommit.amazonaws.com")),
        Of("ID-203", LimitExceeded, new AddRoleToInstanceProfile("p", "s")),
        Of("ID-205", LimitExceeded, new CreatePolicyVersion(Mine, AllowRead)),
        Of("ID-206", LimitExceeded, new TagRole("r", [.. Enumerable.Range(0, 51).Select(i => new Tag($"k{i}", ""))])),
        Of("ID-209 user", LimitExceeded, new PutUserPolicy("u", "big", Allow(2049))),
        Of("ID-209 role", LimitExceeded, new PutRolePolicy("r", "big", Allow(10241))),
        Of("ID-209 group", LimitExceeded, new PutGroupPolicy("g", "big", Allow(5121))),
        Of("ID-215", ValidationError, new CreateLoginProfile("u") { Password = new string('x', 129) }),
    ];

    private static IEnumerable<ErrorRow> Authorization =>
    [
        Of("CR-021 root", InvalidUserType, new ChangePassword("Corr3ct-horse", "Corr3ct-horse-1"), by: Facade.RootOnly),
        Of("CR-021 role", InvalidUserType, new ChangePassword("Corr3ct-horse", "Corr3ct-horse-1"), by: Facade.Role),
        Of("ST-102 organization", OrganizationNotFound, new EnableOrganizationsRootSessions()),
        Of("ST-102 organization", OrganizationNotFound, new ListOrganizationsFeatures()),
        Of("ID-165", AccessDenied, new CreateUser("x"), policy: Policy("Allow", "iam:CreateUser", "*", $$$"""{"StringEquals":{"iam:PermissionsBoundary":"{{{Mine}}}"}}""")),
        Of("ID-235 group", AccessDenied, new CloneUserPermissions("u", "v") { OverwriteInline = true }, policy: Policy("Allow", "iam:Get* iam:List* iam:AttachUserPolicy iam:PutUserPolicy")),
        Of("ID-235 read", AccessDenied, new CloneUserPermissions("u", "v"), policy: Policy("Allow", "iam:ListGroupsForUser iam:ListAttachedUserPolicies iam:AddUserToGroup")),
        Of("ID-238", AccessDenied, new DeleteUser("none"), policy: Policy("Allow", "iam:Get*")),
        Of("ID-243", ValidationError, new GetUser(), by: Facade.Role),
        Of("ID-244", AccessDenied, new GetUser("u"), policy: Policy("Deny", "iam:*")),
        Of("ID-249 partition", AccessDenied, new CheckPassRole($"arn:aws-cn:iam::{Here}:role/r", "ec2.amazonaws.com")),
    ];
}
