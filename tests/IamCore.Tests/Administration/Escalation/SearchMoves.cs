using IamCore.Administration;
using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Sessions.Workloads;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration.Escalation;

/// <summary>Every way to change what somebody may do, or to become somebody, for each of the few that a search knows.</summary>
internal static class SearchMoves
{
    private static readonly string[] Users = ["a", "bounded", "dora", "plain", "admin"];
    private static readonly string[] Roles = ["r", "helper", "power"];
    private static readonly string[] Groups = ["Team", "g", "Admins"];
    private static readonly string[] Policies = [Arn("policy/team/Mine"), Arn("policy/team/Shared"), SearchWorld.Staff, Arn("policy/Delegate")];

    public static IReadOnlyList<Move> All { get; } = [.. OfUsers(), .. OfRoles(), .. OfGroups(), .. OfPolicies(), .. OfAccount()];

    private static IEnumerable<Move> OfUsers()
    {
        yield return Do("create a", new CreateUser("a") { Path = "/team/", PermissionsBoundary = SearchWorld.Staff });
        yield return Do("create a unbounded", new CreateUser("a") { Path = "/team/" });
        yield return Do("create a within everything", new CreateUser("a") { PermissionsBoundary = Administrator });
        yield return Do("create a as admin's clone", new CreateUserComposite("a") { Path = "/team/", ClonePermissionsFrom = "admin", PermissionsBoundary = SearchWorld.Staff });
        yield return Do("create a as bounded's clone", new CreateUserComposite("a") { Path = "/team/", ClonePermissionsFrom = "bounded" });
        foreach (var user in Users)
        {
            yield return Do($"attach everything to {user}", new AttachUserPolicy(user, Administrator));
            yield return Do($"attach Mine to {user}", new AttachUserPolicy(user, Policies[0]));
            yield return Do($"allow {user} everything", new PutUserPolicy(user, "more", AllowAll));
            yield return Do($"bound {user}", new PutUserPermissionsBoundary(user, SearchWorld.Staff));
            yield return Do($"bound {user} by everything", new PutUserPermissionsBoundary(user, Administrator));
            yield return Do($"bound {user} by Mine", new PutUserPermissionsBoundary(user, Policies[0]));
            yield return Do($"unbound {user}", new DeleteUserPermissionsBoundary(user));
            yield return Do($"move {user}", new UpdateUser(user) { NewPath = "/team/sub/" });
            yield return Do($"tag {user}", new TagUser(user, [new("team", "a")]));
            yield return Do($"clone admin to {user}", new CloneUserPermissions("admin", user));
            yield return Do($"clone bounded to {user}", new CloneUserPermissions("bounded", user));
            yield return Do($"delete {user}", new DeleteUserWithDependencies(user));
            foreach (var group in Groups)
            {
                yield return Do($"add {user} to {group}", new AddUserToGroup(group, user));
            }

            yield return Become($"key {user}", async (w, iam, _) =>
            {
                var key = await iam.ExecuteAsync(new CreateAccessKey(user));
                return await new CallerAuthenticator(w.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
            });
            yield return Become($"password {user}", async (w, iam, _) =>
            {
                await iam.ExecuteAsync(new CreateLoginProfile(user) { Password = SearchWorld.Password });
                return (await new SignInService(w.Directory).SignInAsync(Here, user, SearchWorld.Password)).Session!;
            });
        }
    }

    private static IEnumerable<Move> OfRoles()
    {
        yield return Do("create r", new CreateRole("r", Trust(Here)) { Path = "/team/", PermissionsBoundary = SearchWorld.Staff });
        yield return Do("create r for machines", new CreateRole("r", ForMachines) { Path = "/team/", PermissionsBoundary = SearchWorld.Staff });
        yield return Do("create r unbounded", new CreateRole("r", Trust(Here)) { Path = "/team/" });
        yield return Do("create p", new CreateInstanceProfile("p"));
        yield return Do("run w", new AssociateInstanceProfile("ww", "p"));
        yield return Become("workload w", async (w, _, _) => (await new WorkloadCredentials(w.Directory).GetAsync(Account, "ww")).Session);
        foreach (var role in Roles)
        {
            yield return Do($"attach everything to {role}", new AttachRolePolicy(role, Administrator));
            yield return Do($"allow {role} everything", new PutRolePolicy(role, "more", AllowAll));
            yield return Do($"bound {role}", new PutRolePermissionsBoundary(role, SearchWorld.Staff));
            yield return Do($"bound {role} by everything", new PutRolePermissionsBoundary(role, Administrator));
            yield return Do($"unbound {role}", new DeleteRolePermissionsBoundary(role));
            yield return Do($"trust of {role}", new UpdateAssumeRolePolicy(role, Trust(Here)));
            yield return Do($"trust of {role} for machines", new UpdateAssumeRolePolicy(role, ForMachines));
            yield return Do($"put {role} into p", new AddRoleToInstanceProfile("p", role));
            yield return Become($"role {role}", async (w, _, actor) =>
                (await new SecurityTokenService(w.Directory).AssumeRoleAsync(actor, new($"arn:aws:iam::{Here}:role/{(role == "power" ? "" : "team/")}{role}", "session"))).Session);
        }
    }

    private static IEnumerable<Move> OfGroups()
    {
        yield return Do("create g", new CreateGroup("g") { Path = "/team/" });
        foreach (var group in Groups)
        {
            yield return Do($"attach everything to {group}", new AttachGroupPolicy(group, Administrator));
            yield return Do($"allow {group} everything", new PutGroupPolicy(group, "more", AllowAll));
        }
    }

    private static IEnumerable<Move> OfPolicies()
    {
        yield return Do("create Mine", new CreatePolicy("Mine", AllowAll) { Path = "/team/" });
        yield return Do("older Staff", new SetDefaultPolicyVersion(SearchWorld.Staff, "v1"));
        yield return Do("dora's own as a policy", new ConvertInlineToManaged(ObjectKind.User, "dora", "own") { Path = "/team/" });
        foreach (var policy in Policies)
        {
            yield return Do($"new version of {policy[(policy.LastIndexOf('/') + 1)..]}", new CreatePolicyVersion(policy, AllowAll, SetAsDefault: true));
        }
    }

    private static IEnumerable<Move> OfAccount()
    {
        yield return Do("first administrator", new BootstrapAdministrator("a"));
        yield return Do("own passwords", new UpdateAccountPasswordPolicy(new() { AllowUsersToChangePassword = true }));
        yield return Do("provider", new CreateOpenIDConnectProvider("https://evil.example.com") { ClientIDList = ["x"] });
        yield return Become("federated", async (w, _, actor) =>
            (await new SecurityTokenService(w.Directory).GetFederationTokenAsync(actor, new("fed") { Policy = AllowAll })).Session);
        yield return Become("session", async (w, _, actor) => (await new SecurityTokenService(w.Directory).GetSessionTokenAsync(actor, new())).Session);
    }

    private static string ForMachines => """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

    private static AccountId Account => AccountId.Parse(Here);

    private static Move Do<T>(string name, IamCommand<T> command) => new(name, false, async (w, actor) =>
    {
        await w.Directory.ForCaller(actor).ExecuteAsync(command);
        return null;
    });

    private static Move Become(string name, Func<SearchWorld, IamAdministration, Caller, Task<Caller>> get) =>
        new(name, true, async (w, actor) => await get(w, w.Directory.ForCaller(actor), actor));
}

/// <summary>One operation of a search; one that makes somebody to act as gives the caller.</summary>
internal sealed record Move(string Name, bool MakesActor, Func<SearchWorld, Caller, Task<Caller?>> DoAsync);
