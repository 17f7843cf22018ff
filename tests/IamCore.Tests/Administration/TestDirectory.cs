using System.Text;
using IamCore.Administration;
using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Stores.Json;

namespace IamCore.Tests.Administration;

/// <summary>A directory in memory with one account, and short words for tests.</summary>
internal sealed class TestDirectory
{
    public const string Here = "111122223333";
    public const string AllowRead = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Read*","Resource":"*"}}""";
    public const string AllowWrite = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Write*","Resource":"*"}}""";
    public const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    public const string RootTask = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";

    private TestDirectory(IamDirectory directory, IamAdministration iam)
    {
        Directory = directory;
        Iam = iam;
    }

    public IamDirectory Directory { get; }

    public IamAdministration Iam { get; }

    public IDirectoryStore Store => Directory.Store;

    public static async Task<TestDirectory> NewAsync(IamDirectoryOptions? options = null, IDirectoryStore? store = null)
    {
        var directory = new IamDirectory(store ?? new InMemoryDirectoryStore(), options ?? new() { TimeProvider = NewClock() });
        await directory.Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = Here });
        return new(directory, directory.ForAccount(AccountId.Parse(Here)));
    }

    /// <summary>A directory of its own with the same objects in it.</summary>
    public async Task<TestDirectory> CopyAsync()
    {
        var objects = new List<DirectoryObject>();
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            objects.AddRange(await ListAsync(kind, ""));
            objects.AddRange(await ListAsync(kind, Here));
        }

        var store = new InMemoryDirectoryStore();
        var commit = await store.CommitAsync(new() { Puts = [.. objects.Select(o => o with { Revision = 0 })] }, default);
        Assert.True(commit.IsCommitted, commit.Subject);
        var directory = new IamDirectory(store, Directory.Options);
        return new(directory, directory.ForAccount(AccountId.Parse(Here)));
    }

    public static IamDirectoryOptions With(Quota quota, int value) => new() { Quotas = QuotaTable.Default.With(quota, value), TimeProvider = NewClock() };

    private static FakeTimeProvider NewClock() => new(new(2026, 1, 31, 9, 30, 0, 500, TimeSpan.Zero));

    public static string Arn(string resource) => $"arn:aws:iam::{Here}:{resource}";

    public static string Trust(string principal) =>
        $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{principal}}}"},"Action":"sts:AssumeRole"}}""";

    public static string Allow(int size) => AllowRead + new string('\n', 20) is var text && size > AllowRead.Length
        ? $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"docs:Read*","Resource":"{{{Pad(size)}}}"}}"""
        : text;

    public Task<T> DoAsync<T>(IamCommand<T> command) => Iam.ExecuteAsync(command);

    public async Task<string> PolicyAsync(string name, string? document = null)
    {
        var saved = await DoAsync(new CreatePolicy(name, document ?? AllowRead));
        return saved.Value.Arn;
    }

    /// <summary>The command is refused with a code and rule, and leaves everything as it was.</summary>
    public async Task<IamException> RefusedAsync<T>(IamErrorCode code, string rule, IamCommand<T> command, IamAdministration? by = null)
    {
        var before = await DumpAsync();
        var error = await Assert.ThrowsAsync<IamException>(() => (by ?? Iam).ExecuteAsync(command));
        Assert.True(code == error.ErrorCode, $"{error.ErrorCode}: {error.Message}");
        Assert.NotEmpty(error.Message);
        Assert.True(Guid.TryParse(error.RequestId, out _));
        Assert.Contains(rule, error.Details.Select(d => d.Rule));
        Assert.Equal(before, await DumpAsync());
        return error;
    }

    /// <summary>All there is, as text.</summary>
    public async Task<string> DumpAsync()
    {
        var text = new StringBuilder();
        text.Append(await Store.GetRevisionAsync(default)).Append('\n');
        var accounts = await ListAsync(ObjectKind.Account, "");
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            foreach (var scope in (string[])["", .. accounts.Select(a => a.Id)])
            {
                foreach (var o in await ListAsync(kind, scope))
                {
                    text.Append(kind).Append(' ').Append(Encoding.UTF8.GetString(ObjectJson.Write(o))).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Pad(int size)
    {
        var head = AllowRead.Length - 1 + "arn:aws:s3:::".Length;
        return "arn:aws:s3:::" + new string('x', size - head);
    }

    private async Task<IReadOnlyList<DirectoryObject>> ListAsync(ObjectKind kind, string scope)
    {
        var all = new List<DirectoryObject>();
        var query = new ObjectQuery { Kind = kind, Scope = scope, Limit = ObjectQuery.MaxLimit };
        do
        {
            var page = await Store.ListAsync(query, default);
            all.AddRange(page.Items);
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        return all;
    }
}
