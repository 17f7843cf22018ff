using System.Security.Cryptography;
using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Tests.Secrets;

/// <summary>Secrets under the host's Data Protection keys (CR-105, CR-106, ST-002).</summary>
public sealed class DataProtectionSecretProtectorTests : IDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("iamcore-keys-");

    public void Dispose() => _keys.Delete(recursive: true);

    [Fact]
    public void CR_106_what_is_sealed_opens_on_another_node_and_nowhere_else()
    {
        using var here = Host();
        using var there = Host();
        var message = Of(here).Protect(SecretPurpose.Session, "place"u8, "secret"u8);
        Assert.True(Of(there).TryUnprotect(SecretPurpose.Session, "place"u8, message, out var opened));
        Assert.Equal("secret"u8.ToArray(), opened);
        Assert.False(Of(there).TryUnprotect(SecretPurpose.Session, "other"u8, message, out _));
        foreach (var purpose in Enum.GetValues<SecretPurpose>().Except([SecretPurpose.None, SecretPurpose.Session]))
        {
            Assert.False(Of(there).TryUnprotect(purpose, "place"u8, message, out _));
        }

        Assert.False(new DataProtectionSecretProtector(new EphemeralDataProtectionProvider()).TryUnprotect(SecretPurpose.Session, "place"u8, message, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(here).Protect(SecretPurpose.None, [], []));
    }

    [Fact]
    public void Altering_any_byte_is_refused()
    {
        using var host = Host();
        var message = Of(host).Protect(SecretPurpose.Secret, "place"u8, "secret"u8);
        for (var i = 0; i < message.Length; i++)
        {
            message[i] ^= 1;
            Assert.False(Of(host).TryUnprotect(SecretPurpose.Secret, "place"u8, message, out _));
            message[i] ^= 1;
        }

        Assert.False(Of(host).TryUnprotect(SecretPurpose.Secret, "place"u8, message.AsSpan(1), out _));
        Assert.False(Of(host).TryUnprotect(SecretPurpose.Secret, "place"u8, [], out _));
    }

    [Fact]
    public void CR_105_what_was_sealed_with_a_former_key_opens_and_is_outdated()
    {
        using var before = Host();
        var message = Of(before).Protect(SecretPurpose.Secret, "place"u8, "secret"u8);
        Assert.False(Of(before).IsOutdated(message));

        // Of the keys that are active the one activated last seals.
        before.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        using var after = Host();
        Assert.True(Of(after).TryUnprotect(SecretPurpose.Secret, "place"u8, message, out _));
        Assert.True(Of(after).IsOutdated(message));
        Assert.False(Of(after).IsOutdated(Of(after).Protect(SecretPurpose.Secret, "place"u8, "secret"u8)));
        Assert.True(Of(after).IsOutdated(RandomNumberGenerator.GetBytes(200)));
    }

    [Fact]
    public async Task CR_106_a_durable_directory_keeps_its_access_keys_through_a_restart()
    {
        var store = Path.Combine(_keys.FullName, "iam.json");
        AccessKeyWithSecret key;
        using (var host = Host(store))
        {
            var directory = host.GetRequiredService<IamDirectory>();
            var account = await directory.Instance.ExecuteAsync(new CreateAccount("Acme", "root@acme.example"));
            await directory.ForAccount(account.AccountId).ExecuteAsync(new CreateUser("ann"));
            var made = await directory.ForAccount(account.AccountId).ExecuteAsync(new CreateAccessKey("ann"));
            key = new(made.AccessKeyId, made.SecretAccessKey);
            Assert.DoesNotContain(key.Secret, await File.ReadAllTextAsync(store), StringComparison.Ordinal);
        }

        using var again = Host(store);
        Assert.False((await again.GetRequiredService<CallerAuthenticator>().AuthenticateAccessKeyAsync(key.Id, key.Secret)).IsRoot);
    }

    private static ISecretProtector Of(ServiceProvider host) => host.GetRequiredService<ISecretProtector>();

    private ServiceProvider Host(string? store = null)
    {
        var services = new ServiceCollection();
        services.AddDataProtection().PersistKeysToFileSystem(_keys.CreateSubdirectory("keys")).SetApplicationName("tests");
        var builder = services.AddIamCore();
        builder.Services.AddSingleton<ISecretProtector, DataProtectionSecretProtector>();
        if (store is not null)
        {
            builder.UseJsonFile(store);
        }

        return services.BuildServiceProvider();
    }

    private sealed record AccessKeyWithSecret(string Id, string Secret);
}
