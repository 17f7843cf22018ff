using System.Globalization;
using System.Security.Cryptography;
using IamCore.Administration.Accounts;
using IamCore.Administration.Credentials;
using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Credentials.Secrets;
using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Tests.Races;

/// <summary>64 writers through eight stores on one database, as if in eight processes, all after the same few names, places and quotas.</summary>
public abstract class WriterRaces : IDisposable
{
    private const int Stores = 8;
    private const int WritersEach = 8;
    private const string Document = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "docs:Read", "Resource": "*" } }""";

    private static readonly AccountId Account = AccountId.Parse("123456789012");

    private readonly TestDatabase _database;
    private readonly IReadOnlyList<IamDirectory> _directories;

    protected WriterRaces(TestDatabase database)
    {
        _database = database;
        var place = database.NewPlace();
        var protector = new AesGcmSecretProtector([new SecretKey(1, RandomNumberGenerator.GetBytes(SecretKey.Length))]);
        _directories = [.. Enumerable.Range(0, Stores).Select(_ => new IamDirectory(
            database.Open(place), new IamDirectoryOptions { Credentials = new CredentialOptions { SecretProtector = protector } }))];
    }

    public void Dispose()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_name_in_any_letter_case_goes_to_one_of_64()
    {
        await PrepareAsync();
        string[] names = ["rita", "RITA", "Rita", "edwin", "EDWIN"];
        var made = await RaceAsync((admin, i) => admin.ExecuteAsync(new CreateUser(names[i % names.Length])));
        Assert.Equal(["edwin", "rita"], made.Select(user => user.Name.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var listed = await AdminOf(0).ExecuteAsync(new ListUsers());
        Assert.Equal(made.Select(u => u.Id).Order(StringComparer.Ordinal), ((IEnumerable<IamUser>)listed.Items).Where(u => u.Name != "ann").Select(u => u.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_user_gets_two_access_keys_and_no_third()
    {
        await PrepareAsync();
        var made = await RaceAsync((admin, _) => admin.ExecuteAsync(new CreateAccessKey("ann")));
        var listed = await AdminOf(1).ExecuteAsync(new ListAccessKeys("ann"));
        Assert.Equal(2, made.Count);
        Assert.Equal(made.Select(k => k.AccessKeyId).Order(StringComparer.Ordinal), ((IEnumerable<AccessKeyDescription>)listed).Select(k => k.AccessKeyId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_user_joins_ten_groups_and_no_eleventh()
    {
        await PrepareAsync();
        var joined = await RaceAsync((admin, i) => admin.ExecuteAsync(new AddUserToGroup(string.Create(CultureInfo.InvariantCulture, $"g{i % 12}"), "ann")));
        var ann = await UserAsync("ann");
        Assert.Equal(10, ann.Groups.Count);
        Assert.Equal(10, ((IEnumerable<string>)ann.Groups).Distinct().Count());
        Assert.True(joined.Count >= 10);
    }

    [Fact]
    public async Task Versions_are_numbered_without_gap_or_double()
    {
        var policy = await PrepareAsync();
        var made = await RaceAsync((admin, _) => admin.ExecuteAsync(new CreatePolicyVersion(policy.Arn, Document)));
        var versions = await AdminOf(2).ExecuteAsync(new ListPolicyVersions(policy.Arn));
        Assert.Equal(4, made.Count); // five versions at most
        Assert.Equal(["v1", "v2", "v3", "v4", "v5"], ((IEnumerable<PolicyVersion>)versions.Items).Select(v => v.VersionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_group_deleted_while_users_join_it_leaves_nobody_in_it()
    {
        await PrepareAsync();
        await RaceAsync(async (admin, i) => i % 16 == 0
            ? await admin.ExecuteAsync(new DeleteGroup("g0")) is var _
            : await admin.ExecuteAsync(new AddUserToGroup("g0", "ann")) is not null);
        var ann = await UserAsync("ann");
        var left = await _directories[0].Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.Group(Account, "g0")), default);
        Assert.Equal(left is null ? 0 : 1, ann.Groups.Count);
    }

    /// <summary>What the writers that were not refused were given. Anything but a refusal by a rule fails.</summary>
    private async Task<List<T>> RaceAsync<T>(Func<IamAdministration, int, Task<T>> write)
    {
        var done = new List<T>();
        await Task.WhenAll(Enumerable.Range(0, Stores * WritersEach).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                try
                {
                    var result = await write(AdminOf(i % Stores), i);
                    lock (done)
                    {
                        done.Add(result);
                    }

                    return;
                }
                catch (IamException e) when (e.ErrorCode == IamErrorCode.ConcurrentModification)
                {
                    // overtaken too often by the other processes: what it would do now depends on what they did
                }
                catch (IamException e) when (e.ErrorCode is IamErrorCode.EntityAlreadyExists or IamErrorCode.LimitExceeded or IamErrorCode.NoSuchEntity or IamErrorCode.DeleteConflict)
                {
                    return;
                }
            }
        })));
        return done;
    }

    private IamAdministration AdminOf(int store) => _directories[store].ForAccount(Account);

    private async Task<IamUser> UserAsync(string name) =>
        Assert.IsType<IamUser>(await _directories[0].Store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, name)), default));

    /// <summary>An account with the user ann, twelve groups and a policy.</summary>
    private async Task<ManagedPolicy> PrepareAsync()
    {
        await _directories[0].Instance.ExecuteAsync(new CreateAccount("Main", "root@example.com") { AccountId = Account.ToString() });
        var admin = AdminOf(0);
        await admin.ExecuteAsync(new CreateUser("ann"));
        for (var i = 0; i < 12; i++)
        {
            await admin.ExecuteAsync(new CreateGroup(string.Create(CultureInfo.InvariantCulture, $"g{i}")));
        }

        return (await admin.ExecuteAsync(new CreatePolicy("Read", Document))).Value;
    }
}

public sealed class SqliteWriterRaces() : WriterRaces(new SqliteDatabase());

public sealed class PostgreSqlWriterRaces() : WriterRaces(new PostgreSqlDatabase());
