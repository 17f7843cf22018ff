using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Reports;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>
/// Nobody whom a boundary limits rises above it: the known shapes one by one (ID-165, ID-242, SC-122). <see cref="Escalation.EscalationSearchTests"/>
/// searches for others.
/// </summary>
public sealed class EscalationTests
{
    /// <summary>What nobody limited by the boundary may ever do, nor anything it made.</summary>
    private const string Forbidden = "secret:Open";

    /// <summary>The boundary of an administrator who makes and changes users only with a boundary.</summary>
    public static string Delegate(string staffBoundary) => $$"""
        {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":["iam:CreateUser","iam:PutUserPolicy","iam:AttachUserPolicy","iam:DetachUserPolicy","iam:DeleteUserPolicy","iam:PutUserPermissionsBoundary","iam:CreateRole","iam:PutRolePolicy","iam:AttachRolePolicy","iam:PutRolePermissionsBoundary"],
        "Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"{{staffBoundary}}"} } },
        {"Effect":"Allow","Action":["iam:Get*","iam:List*","iam:CreateGroup","iam:CreatePolicy","iam:CreateAccessKey","iam:UpdateUser","iam:TagUser","iam:CreateInstanceProfile","sts:AssumeRole","docs:*"],"Resource":"*"},
        {"Effect":"Deny","Action":["iam:DeleteUserPermissionsBoundary","iam:DeleteRolePermissionsBoundary"],"Resource":"*"},
        {"Effect":"Deny","Action":["iam:CreatePolicyVersion","iam:SetDefaultPolicyVersion"],"Resource":["{{staffBoundary}}","arn:aws:iam::111122223333:policy/Delegate"]},
        {"Effect":"Deny","Action":["iam:CreateAccessKey","iam:UpdateUser","iam:PutUserPolicy","iam:AttachUserPolicy"],"Resource":["arn:aws:iam::111122223333:user/admin","arn:aws:iam::111122223333:user/free"]}]}
        """;

    /// <summary>The shapes of known escalations, each an operation or a sequence whose last must be refused.</summary>
    public static TheoryData<string> Shapes => [.. Known.Keys];

    private static Dictionary<string, Func<World, Task>> Known { get; } = new(StringComparer.Ordinal)
    {
        ["new default version of one's own boundary"] = w => w.DeniedAsync(new CreatePolicyVersion(Arn("policy/Delegate"), AllowAll, SetAsDefault: true)),
        ["new default version of the staff's boundary"] = w => w.DeniedAsync(new CreatePolicyVersion(w.Staff, AllowAll, SetAsDefault: true)),
        ["older, wider version as default"] = w => w.DeniedAsync(new SetDefaultPolicyVersion(w.Staff, "v1")),
        ["take one's own boundary away"] = w => w.DeniedAsync(new DeleteUserPermissionsBoundary("dora")),
        ["another boundary for oneself"] = w => w.DeniedAsync(new PutUserPermissionsBoundary("dora", Administrator)),
        ["attach a policy to oneself"] = w => w.DeniedAsync(new AttachUserPolicy("dora", Administrator)),
        ["inline policy for oneself"] = w => w.DeniedAsync(new PutUserPolicy("dora", "p", AllowAll)),
        ["join the administrators"] = w => w.DeniedAsync(new AddUserToGroup("Admins", "dora")),
        ["policy for a group one is in"] = w => w.DeniedAsync(new PutGroupPolicy("Team", "p", AllowAll)),
        ["attach to a group one is in"] = w => w.DeniedAsync(new AttachGroupPolicy("Team", Administrator)),
        ["access key of an administrator"] = w => w.DeniedAsync(new CreateAccessKey("admin")),
        ["password of an administrator"] = w => w.DeniedAsync(new CreateLoginProfile("admin") { Password = "Corr3ct-horse-1" }),
        ["change an administrator's password"] = w => w.DeniedAsync(new UpdateLoginProfile("admin") { Password = "Corr3ct-horse-1" }),
        ["user without the boundary"] = w => w.DeniedAsync(new CreateUser("x")),
        ["user with another boundary"] = w => w.DeniedAsync(new CreateUser("x") { PermissionsBoundary = Administrator }),
        ["role without the boundary"] = w => w.DeniedAsync(new CreateRole("x", Trust(Here))),
        ["trust of an administrator's role"] = w => w.DeniedAsync(new UpdateAssumeRolePolicy("power", Trust(Arn("user/dora")))),
        ["pass an administrator's role"] = w => w.DeniedAsync(new CheckPassRole(Arn("role/power"), "ec2.amazonaws.com")),
        ["pass a role through a profile"] = async w =>
        {
            await w.Dora.ExecuteAsync(new CreateInstanceProfile("p"));
            await w.DeniedAsync(new AddRoleToInstanceProfile("p", "power"));
        },
        ["clone an administrator"] = w => w.DeniedAsync(new CreateUserComposite("x") { ClonePermissionsFrom = "admin", PermissionsBoundary = w.Staff }),
        ["clone onto oneself"] = w => w.DeniedAsync(new CloneUserPermissions("admin", "dora")),
        ["first administrator again"] = w => w.DeniedAsync(new BootstrapAdministrator("x")),
        ["delete an administrator and take the name"] = w => w.DeniedAsync(new DeleteUserWithDependencies("admin")),
        ["take a name that a policy trusts"] = async w => // the resource statement names user/free, who is protected by name
        {
            await w.Dora.ExecuteAsync(new CreateUser("sam") { PermissionsBoundary = w.Staff });
            await w.DeniedAsync(new UpdateUser("sam") { NewUserName = "free" });
        },
        ["convert an inline policy"] = w => w.DeniedAsync(new ConvertInlineToManaged(ObjectKind.Role, "power", "all")),
        ["lift somebody's deactivation"] = async w =>
        {
            await w.D.DoAsync(new DeactivateUser("free"));
            await w.DeniedAsync(new ReactivateUser("free"));
        },
        ["allow everything in an account setting"] = w => w.DeniedAsync(new UpdateAccountPasswordPolicy(new() { AllowUsersToChangePassword = true })),
        ["provider of one's own"] = w => w.DeniedAsync(new CreateOpenIDConnectProvider("https://evil.example.com") { ClientIDList = ["x"] }),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_known_shape_of_escalation_is_refused(string shape)
    {
        var world = await World.NewAsync();
        await Known[shape](world);
        Assert.Equal([], await world.EscapedAsync());
    }

    [Fact]
    public async Task What_a_delegate_makes_stays_within_its_boundary_even_with_every_policy()
    {
        var w = await World.NewAsync();
        await w.Dora.ExecuteAsync(new CreateUserComposite("sam") { PermissionsBoundary = w.Staff, ManagedPolicies = [Administrator], InlinePolicies = [new("all", new(AllowAll))], CreateAccessKey = true });
        var made = await w.D.DoAsync(new SimulatePrincipalPolicy(Arn("user/sam"), [Forbidden, "iam:CreateUser", "docs:Read"]));
        Assert.Equal([Decision.ImplicitDeny, Decision.ImplicitDeny, Decision.Allow], made.Select(r => r.Decision));
    }

    /// <summary>A directory with administrators, bounded users, and dora, who administers within her boundary.</summary>
    private sealed class World
    {
        private World(TestDirectory d, Caller caller, string staff)
        {
            D = d;
            Dora = d.Directory.ForCaller(caller);
            Staff = staff;
        }

        public TestDirectory D { get; }

        public IamAdministration Dora { get; }

        public string Staff { get; }

        public static async Task<World> NewAsync()
        {
            var d = await TestDirectory.NewAsync();
            var staff = await d.PolicyAsync("Staff", AllowAll);
            await d.DoAsync(new CreatePolicyVersion(staff, Policy("Allow", "docs:*"), SetAsDefault: true));
            await d.DoAsync(new BootstrapAdministrator("admin"));
            await d.DoAsync(new CreateUserComposite("free") { InlinePolicies = [new("all", new(AllowAll))] });
            await d.DoAsync(new CreateUserComposite("bounded") { PermissionsBoundary = staff, ManagedPolicies = [Administrator] });
            await d.DoAsync(new CreateRole("power", Trust(Arn("user/admin"))));
            await d.DoAsync(new PutRolePolicy("power", "all", AllowAll));
            await d.DoAsync(new CreateGroup("Team"));
            await d.UserAsync("dora", AllowAll, await d.PolicyAsync("Delegate", Delegate(staff)));
            await d.DoAsync(new AddUserToGroup("Team", "dora"));
            return new(d, await d.KeyAsync("dora"), staff);
        }

        public async Task DeniedAsync<T>(IamCommand<T> command)
        {
            var before = await D.DumpAsync();
            var refused = await Assert.ThrowsAsync<IamException>(() => Dora.ExecuteAsync(command));
            Assert.Equal((IamErrorCode.AccessDenied, before), (refused.ErrorCode, await D.DumpAsync()));
        }

        /// <summary>Who may do the forbidden thing and did not from the beginning.</summary>
        public async Task<IEnumerable<string>> EscapedAsync() =>
            (await D.DoAsync(new WhoCan(Forbidden))).Select(a => a.Name).Except(["admin", "free", "power"]);
    }
}
