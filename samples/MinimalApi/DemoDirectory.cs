using System.Security.Cryptography;
using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace MinimalApi;

/// <summary>The account, the policies and the users that the sample starts with. Made once; a later start finds them in the database.</summary>
internal sealed class DemoDirectory(IamDirectory directory)
{
    public const string Account = "123456789012";

    /// <summary>Everybody works on their own tenant's documents; deleting needs a second factor; secret documents stay in the house.</summary>
    private const string Members = """
        { "Version": "2012-10-17",
          "Statement": [
            { "Sid": "OwnTenant", "Effect": "Allow", "Action": "docs:*",
              "Resource": "arn:app:docs::123456789012:tenant/${aws:PrincipalTag/Tenant}/document/*" },
            { "Sid": "DeleteNeedsMfa", "Effect": "Deny", "Action": "docs:DeleteDocument", "Resource": "*",
              "Condition": { "BoolIfExists": { "aws:MultiFactorAuthPresent": "false" } } },
            { "Sid": "SecretsAreNotShared", "Effect": "Deny", "Action": "docs:ShareDocument", "Resource": "*",
              "Condition": { "StringEquals": { "aws:ResourceTag/Classification": "secret" } } }
          ] }
        """;

    private IamAdministration Home => directory.ForAccount(AccountId.Parse(Account));

    /// <summary>Makes what is missing, and gives a key of the user <c>demo</c>.</summary>
    /// <param name="keyId">The key wanted; <see langword="null"/> for a new one.</param>
    /// <param name="secret">Its secret.</param>
    /// <returns>The key where it is new; <see langword="null"/> where the caller has it already.</returns>
    public async Task<NewAccessKey?> PrepareAsync(string? keyId, string? secret)
    {
        if (await directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.Account, Account), default) is null)
        {
            await CreateAsync();
        }

        var keys = await Home.ExecuteAsync(new ListAccessKeys("demo"));
        if (keyId is null || secret is null)
        {
            return keys.Count == 0 ? await Home.ExecuteAsync(new CreateAccessKey("demo")) : null;
        }

        foreach (var key in ((IEnumerable<AccessKeyDescription>)keys).Select(key => key.AccessKeyId))
        {
            await Home.ExecuteAsync(new DeleteAccessKey(key, "demo"));
        }

        await Home.ExecuteAsync(new ImportAccessKey(keyId, secret, "demo"));
        return null;
    }

    /// <summary>What secrets are sealed with: a key of the host, here in a file beside the directory. Keep yours where your secrets are.</summary>
    public static AesGcmSecretProtector OpenProtector(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(SecretKey.Length));
        }

        return new([new SecretKey(1, File.ReadAllBytes(path))]);
    }

    private async Task CreateAsync()
    {
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@docs.example") { AccountId = Account });
        await Home.ExecuteAsync(new CreateGroup("Members"));
        await Home.ExecuteAsync(new PutGroupPolicy("Members", "OwnTenant", Members));
        foreach (var (name, tenant) in ((string, string)[])[("demo", "acme"), ("gwen", "globex")])
        {
            await Home.ExecuteAsync(new CreateUser(name) { Tags = [new Tag("Tenant", tenant)] });
            await Home.ExecuteAsync(new AddUserToGroup("Members", name));
        }

        await Home.ExecuteAsync(new PutUserPolicy("demo", "Administrator", """
            { "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": ["iam:*", "sts:*"], "Resource": "*" } }
            """));
    }
}
