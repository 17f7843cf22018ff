using IamCore;
using IamCore.Administration.Accounts;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace Embedded;

/// <summary>IamCore in a host: registered, given a directory, asked. These lines are the README's.</summary>
internal static class Hosting
{
    public static async Task RunAsync()
    {
        // README begins: registering
        var services = new ServiceCollection();
        services.AddSingleton<Documents>();
        services.AddIamCore();                                     // the directory is kept in memory
        await using var provider = services.BuildServiceProvider();

        var directory = provider.GetRequiredService<IamDirectory>();
        await directory.Instance.ExecuteAsync(new CreateAccount("Documents", "root@example.com") { AccountId = "123456789012" });
        var iam = directory.ForAccount(AccountId.Parse("123456789012"));
        await iam.ExecuteAsync(new CreateGroup("authors"));
        await iam.ExecuteAsync(new PutGroupPolicy("authors", "own-drafts",
            """
            { "Version": "2012-10-17",
              "Statement": { "Effect": "Allow", "Action": "docs:ReadDocument",
                "Resource": "arn:app:docs::123456789012:draft/${aws:username}/*" } }
            """));
        await iam.ExecuteAsync(new CreateUser("alice"));
        await iam.ExecuteAsync(new AddUserToGroup("authors", "alice"));
        // README ends

        var documents = provider.GetRequiredService<Documents>();
        var alice = Principal.Parse("arn:aws:iam::123456789012:user/alice");
        Console.WriteLine(await documents.ReadAsync(alice, "alice/plan"));
        try
        {
            Console.WriteLine(await documents.ReadAsync(alice, "bob/plan"));
        }
        catch (UnauthorizedAccessException refused)
        {
            Console.WriteLine(refused.Message);
        }
    }

    /// <summary>Other places for the directory, each one line.</summary>
    public static void Replace(IServiceCollection services, byte[] key)
    {
        // README begins: replacing the store
        services.AddIamCore().UseJsonFile("directory.json");       // in a file that people can read and edit
        services.AddIamCore().UseStore<MyStore>();                 // in a store of yours: an IDirectoryStore
        services.AddIamCore().UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, key)]));   // seals the secrets in either
        // README ends
    }
}
