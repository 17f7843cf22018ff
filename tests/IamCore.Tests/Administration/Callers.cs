using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Callers;
using IamCore.Sessions;

namespace IamCore.Tests.Administration;

/// <summary>Callers of a test directory: users and roots with keys, and roles.</summary>
internal static class Callers
{
    public const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    /// <summary>A policy of one statement.</summary>
    public static string Policy(string effect, string actions, string resource = "*", string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Action":[{{string.Join(',', actions.Split(' ').Select(a => $"\"{a}\""))}}],"Resource":"{{resource}}","Condition":{{condition}}}]}""";

    /// <summary>A user with an inline policy, calling with a key.</summary>
    public static async Task<IamAdministration> UserAsync(this TestDirectory d, string name, string? policy = null, string? boundary = null)
    {
        if ((await d.DoAsync(new ListUsers())).Items.All(u => u.Name != name))
        {
            await d.DoAsync(new CreateUser(name) { PermissionsBoundary = boundary });
        }

        if (policy is not null)
        {
            await d.DoAsync(new PutUserPolicy(name, "own", policy));
        }

        return d.Directory.ForCaller(await d.KeyAsync(name));
    }

    /// <summary>The same as a caller, for operations that are not administration.</summary>
    public static async Task<Caller> UserCallerAsync(this TestDirectory d, string name, string policy)
    {
        await d.DoAsync(new CreateUserComposite(name) { InlinePolicies = [new("own", new(policy))] });
        return await d.KeyAsync(name);
    }

    public static async Task<Caller> KeyAsync(this TestDirectory d, string? name)
    {
        var key = await d.DoAsync(new CreateAccessKey(name));
        return await new CallerAuthenticator(d.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
    }

    /// <summary>The account's root user, calling with a key.</summary>
    public static async Task<IamAdministration> RootAsync(this TestDirectory d) => d.Directory.ForCaller(await d.KeyAsync(null));
}
