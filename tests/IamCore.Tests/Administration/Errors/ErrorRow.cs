using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Composites;
using IamCore.Administration.Groups;
using IamCore.Administration.InstanceProfiles;
using IamCore.Administration.Policies;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Sessions;
using static IamCore.Tests.Administration.Callers;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration.Errors;

/// <summary>One error of the specification: a command that raises it in a directory with one of everything.</summary>
/// <param name="Rule">The rule that asks for the error, and what tells it from the rule's others.</param>
/// <param name="Code">The error.</param>
/// <param name="Operation">Name of the operation.</param>
/// <param name="Do">Runs the command.</param>
internal sealed record ErrorRow(string Rule, IamErrorCode Code, string Operation, Func<IamAdministration, Task> Do)
{
    public string Name => $"{Rule} {Operation} {Code}";

    public string RuleId => Rule.Split(' ')[0];

    /// <summary>A quota that is not used up.</summary>
    public Quota? Lifted { get; init; }

    /// <summary>Through which façades.</summary>
    public Facade By { get; init; }

    /// <summary>The policy of a caller that is no administrator.</summary>
    public string? Policy { get; init; }

    /// <summary>What must be done before.</summary>
    public Func<TestDirectory, Task>? Before { get; init; }

    public static ErrorRow Of<T>(
        string rule, IamErrorCode code, IamCommand<T> command, Quota? lifted = null, Facade by = Facade.Both, string? policy = null, Func<TestDirectory, Task>? before = null) =>
        new(rule, code, command.GetType().Name, iam => iam.ExecuteAsync(command))
        {
            Lifted = lifted,
            By = policy is null ? by : Facade.Limited,
            Policy = policy,
            Before = before,
        };

    /// <summary>A directory as the row needs it, and the façades to try.</summary>
    public async Task<(TestDirectory Directory, IReadOnlyList<IamAdministration> Facades)> MakeAsync()
    {
        var d = await WorldAsync(Lifted, users: Policy is null ? 3 : 4);
        var admin = await d.UserAsync("admin", AllowAll);
        IReadOnlyList<IamAdministration> facades = By switch
        {
            Facade.Both => [d.Iam, admin],
            Facade.Trusted => [d.Iam],
            Facade.Instance => [d.Directory.Instance],
            Facade.Root => [d.Iam, await d.RootAsync()],
            Facade.RootOnly => [await d.RootAsync()],
            Facade.Administrator => [admin],
            Facade.Role => [await RoleAsync(d)],
            _ => [await d.UserAsync("limited", Policy)],
        };
        if (Before is not null)
        {
            await Before(d);
        }

        return (d, facades);
    }

    private static async Task<IamAdministration> RoleAsync(TestDirectory d)
    {
        await d.DoAsync(new PutUserPolicy("v", "own", AllowAll));
        var session = await new SecurityTokenService(d.Directory).AssumeRoleAsync(await d.KeyAsync("v"), new(Arn("role/s"), "session"));
        return d.Directory.ForCaller(session.Session);
    }

    /// <summary>One of everything, with every quota used up.</summary>
    private static async Task<TestDirectory> WorldAsync(Quota? lifted, int users)
    {
        var quotas = QuotaTable.Default;
        foreach (var (quota, value) in new[]
        {
            (Quota.UsersPerAccount, users), (Quota.GroupsPerAccount, 2), (Quota.RolesPerAccount, 2), (Quota.PoliciesPerAccount, 1), (Quota.InstanceProfilesPerAccount, 2),
            (Quota.GroupsPerUser, 1), (Quota.AttachedPoliciesPerUser, 1), (Quota.AttachedPoliciesPerGroup, 1), (Quota.AttachedPoliciesPerRole, 1), (Quota.VersionsPerPolicy, 2),
            (Quota.OpenIdConnectProvidersPerAccount, 1), (Quota.SamlProvidersPerAccount, 1), (Quota.ServerCertificatesPerAccount, 0), (Quota.VirtualMfaDevicesPerAccount, 0),
            (Quota.UsersPerGroup, 1), (Quota.AccessKeysPerUser, 1), (Quota.AccessKeysPerRoot, 1), (Quota.MfaDevicesPerUser, 0), (Quota.SigningCertificatesPerUser, 0),
            (Quota.SshPublicKeysPerUser, 0), (Quota.ServiceSpecificCredentialsPerUser, 0),
        })
        {
            quotas = quota == lifted ? quotas : quotas.With(quota, value);
        }

        var deprecated = new PredefinedPolicy { Name = "Deprecated", Document = AllowRead, IsAttachable = false };
        var d = await NewAsync(new()
        {
            Quotas = quotas,
            PredefinedPolicies = PredefinedPolicies.Default.With(deprecated),
            Services = [new("plain.example.com", "Plain") { ServiceLinkedRole = new("Plain", AllowRead) }],
        });
        var other = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        await d.Directory.ForAccount(other.AccountId).ExecuteAsync(new CreateAccountAlias("other-alias"));
        var policy = await d.PolicyAsync("Policy");
        if (lifted != Quota.VersionsPerPolicy)
        {
            await d.DoAsync(new CreatePolicyVersion(policy, AllowWrite));
        }

        await d.DoAsync(new CreateGroup("g"));
        await d.DoAsync(new CreateGroup("h"));
        await d.DoAsync(new CreateUserComposite("u") { Groups = ["g"], ManagedPolicies = [policy], InlinePolicies = [new("own", new(AllowRead))] });
        await d.DoAsync(new CreateUserComposite("v") { InlinePolicies = [new("own", new(AllowWrite))] });
        await d.DoAsync(new AttachGroupPolicy("g", policy));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new CreateRole("s", Trust(Here)));
        await d.DoAsync(new AttachRolePolicy("s", policy));
        await d.DoAsync(new PutRolePolicy("s", "all", AllowAll));
        await d.DoAsync(new CreateServiceLinkedRole("plain.example.com"));
        await d.DoAsync(new CreateInstanceProfile("p"));
        await d.DoAsync(new CreateInstanceProfile("q"));
        await d.DoAsync(new AddRoleToInstanceProfile("p", "r"));
        await d.DoAsync(new AssociateInstanceProfile("work", "p"));
        await d.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com"));
        await d.DoAsync(new CreateSAMLProvider("Corp", ProviderTests.Metadata()));
        return d;
    }
}

/// <summary>Through which façades an error is raised.</summary>
internal enum Facade
{
    /// <summary>The trusted one and an administrator's.</summary>
    Both,

    /// <summary>The trusted one: callers are never let do it.</summary>
    Trusted,

    /// <summary>That of the instance, which no caller has.</summary>
    Instance,

    /// <summary>The trusted one and that of root: others are never let do it.</summary>
    Root,

    /// <summary>That of root.</summary>
    RootOnly,

    /// <summary>An administrator's: the trusted one does it.</summary>
    Administrator,

    /// <summary>A role session's.</summary>
    Role,

    /// <summary>That of a user with the row's policy: the trusted one does it.</summary>
    Limited,
}
