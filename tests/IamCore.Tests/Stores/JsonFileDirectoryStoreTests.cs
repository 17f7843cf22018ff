using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;
using IamCore.Stores.Json;

namespace IamCore.Tests.Stores;

public sealed class JsonFileDirectoryStoreTests : IDisposable
{
    private const string Readable = """
        {
          "format": "iamcore-directory/1",
          "revision": 1,
          "groups": [
            {
              "id": "AGPADEVS",
              "account": "111122223333",
              "name": "Developers",
              "path": "/",
              "inlinePolicies": [
                {
                  "name": "read",
                  "document": {"Version": "2012-10-17",
                     "Statement": {"Effect": "Allow", "Action": "docs:Read*", "Resource": "*"}}
                }
              ],
              "partition": "aws",
              "createDate": "2026-01-31T09:30:00+00:00",
              "revision": 1
            }
          ],
          "users": [
            {
              "id": "AIDAANN",
              "account": "111122223333",
              "name": "ann",
              "path": "/",
              "kind": "Human",
              "groups": [
                "AGPADEVS"
              ],
              "attachedPolicies": [
                "PredefinedPolicy/ReadOnlyAccess"
              ],
              "partition": "aws",
              "createDate": "2026-01-31T09:30:00+00:00",
              "revision": 1
            }
          ]
        }

        """;

    private static readonly DateTimeOffset Day = new(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
    private static readonly AccountId Account = AccountId.Parse("111122223333");

    private static readonly IamGroup Developers = new()
    {
        Id = "AGPADEVS",
        Account = Account,
        Name = "Developers",
        CreateDate = Day,
        InlinePolicies =
        [
            new("read", new("{\"Version\": \"2012-10-17\",\n             \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"docs:Read*\", \"Resource\": \"*\"}}")),
        ],
    };

    private static readonly IamUser Ann = new()
    {
        Id = "AIDAANN",
        Account = Account,
        Name = "ann",
        CreateDate = Day,
        Kind = UserKind.Human,
        Groups = ["AGPADEVS"],
        AttachedPolicies = [new(ObjectKind.PredefinedPolicy, "ReadOnlyAccess")],
    };

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task The_file_is_readable_and_ordered()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        Assert.Equal(Readable, await File.ReadAllTextAsync(store.FilePath));
    }

    [Fact]
    public async Task What_was_committed_is_there_when_it_is_opened_again()
    {
        var path = _files.NewPath();
        using (var store = _files.Open(path))
        {
            await PutAsync(store, Ann, Developers);
            await PutAsync(store, Ann with { Id = "AIDABOB", Name = "bob" });
        }

        var again = _files.Open(path);
        Assert.Equal(2, await again.GetRevisionAsync(default));
        Assert.Equal(Ann with { Revision = 1 }, await FindAsync(again, Ann));
        Assert.Equal(Developers with { Revision = 1 }, await FindAsync(again, Developers));
    }

    [Fact]
    public async Task A_small_change_is_a_small_difference()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        var before = await File.ReadAllLinesAsync(store.FilePath);
        await PutAsync(store, Ann with { Revision = 1, Kind = UserKind.Workload });
        var after = await File.ReadAllLinesAsync(store.FilePath);
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(3, before.Zip(after).Count(pair => pair.First != pair.Second)); // the kind and two revisions
    }

    [Fact]
    public async Task An_edit_by_hand_becomes_a_commit()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"kind\": \"Human\"", "\"kind\": \"Workload\"");
        store.Refresh();
        Assert.Null(store.RefusedEdit);
        Assert.Equal(2, await store.GetRevisionAsync(default));
        Assert.Equal(Ann with { Kind = UserKind.Workload, Revision = 2 }, await FindAsync(store, Ann));
        var commit = await FirstAsync(store, 1);
        Assert.Equal([new ObjectChange(Ann.Key, ChangeType.Put)], commit.Changes);
        var text = await File.ReadAllTextAsync(store.FilePath);
        Assert.Contains("\"revision\": 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_noticed_by_itself()
    {
        using var store = JsonFileDirectoryStore.Open(_files.NewPath(), new() { PollInterval = TimeSpan.FromMilliseconds(20) });
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"name\": \"ann\"", "\"name\": \"anne\"");
        Assert.Equal(2, (await FirstAsync(store, 1)).Revision);
        Assert.NotNull(await store.FindAsync(ObjectLocator.ByUniqueKey(DirectoryKeys.User(Account, "anne")), default));
    }

    [Theory]
    [InlineData("\"revision\": 1\n    }\n  ]\n}", "\"revision\": 1\n    }\n  ]", "Line 40: the file is not valid JSON")]
    [InlineData("\"users\"", "\"user\"", "Unknown section \"user\"")]
    [InlineData("\"kind\": \"Human\"", "\"knd\": \"Human\"", "users[0]: ")]
    [InlineData("\"AGPADEVS\"\n", "\"AGPANONE\"\n", "User/AIDAANN: Member Group/AGPANONE does not exist")]
    [InlineData("\"account\": \"111122223333\"", "\"account\": \"11112222333\"", "An account id must have 12 digits")]
    [InlineData("\"Allow\"", "\"allow\"", "Group Developers, policy read: InvalidEffect $.Statement.Effect")]
    [InlineData("\"format\": \"iamcore-directory/1\"", "\"format\": \"other\"", "\"format\" must be \"iamcore-directory/1\"")]
    [InlineData("\"id\": \"AIDAANN\"", "\"id\": null", "users[0]: ")]
    public async Task A_broken_edit_is_refused_with_its_errors_and_the_last_good_state_stays(string text, string replacement, string problem)
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, text, replacement);
        store.Refresh();
        Assert.Contains(problem, store.RefusedEdit?.Message, StringComparison.Ordinal);
        Assert.NotEmpty(store.RefusedEdit!.Problems);
        Assert.Equal(1, await store.GetRevisionAsync(default));
        Assert.Equal(Ann with { Revision = 1 }, await FindAsync(store, Ann));

        await File.WriteAllTextAsync(store.FilePath, Readable.Replace("ann", "anna", StringComparison.Ordinal));
        store.Refresh();
        Assert.Null(store.RefusedEdit);
        Assert.Equal(Ann with { Name = "anna", Revision = 2 }, await FindAsync(store, Ann));
    }

    [Fact]
    public async Task An_edit_with_a_document_that_the_validator_calls_wrong_is_refused_and_what_is_doubtful_is_told()
    {
        const string UnknownKey = "\"Effect\": \"Allow\", \"Condition\": { \"Bool\": { \"aws:SecureTransprt\": \"true\" } }";
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"Effect\": \"Allow\"", UnknownKey);
        store.Refresh();
        Assert.Contains("Group Developers, policy read: ", store.RefusedEdit?.Message, StringComparison.Ordinal);
        Assert.Contains("ERROR INVALID_GLOBAL_CONDITION_KEY", store.RefusedEdit!.Message, StringComparison.Ordinal);
        Assert.Equal(1, await store.GetRevisionAsync(default));

        await EditAsync(store, UnknownKey, "\"Effect\": \"Allow\", \"Condition\": {}");
        store.Refresh();
        Assert.Null(store.RefusedEdit);
        Assert.Equal(2, await store.GetRevisionAsync(default));
        Assert.Contains("SUGGESTION EMPTY_OBJECT_CONDITION", Assert.Single(store.EditFindings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_edit_is_told_once()
    {
        var told = new List<DirectoryFileException>();
        using var signal = new SemaphoreSlim(0);
        using var store = JsonFileDirectoryStore.Open(_files.NewPath(), new()
        {
            PollInterval = Timeout.InfiniteTimeSpan,
            EditRefused = e =>
            {
                told.Add(e);
                signal.Release();
            },
        });
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"users\"", "\"user\"");
        store.Refresh();
        store.Refresh();
        Assert.True(await signal.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.Same(store.RefusedEdit, Assert.Single(told));
    }

    [Fact]
    public async Task A_commit_takes_over_an_edit_that_was_not_seen_yet()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"kind\": \"Human\"", "\"kind\": \"Workload\"");
        await PutAsync(store, Ann with { Id = "AIDABOB", Name = "bob" });
        Assert.Equal(3, await store.GetRevisionAsync(default));
        Assert.Equal(UserKind.Workload, ((IamUser)(await FindAsync(store, Ann))!).Kind);
    }

    [Fact]
    public async Task A_commit_over_a_refused_edit_keeps_the_edit_beside_the_file()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        await EditAsync(store, "\"users\"", "\"user\"");
        await PutAsync(store, Ann with { Id = "AIDABOB", Name = "bob" });
        Assert.Null(store.RefusedEdit);
        Assert.Equal(Readable.Replace("\"users\"", "\"user\"", StringComparison.Ordinal), await File.ReadAllTextAsync(store.FilePath + ".refused"));
        Assert.Equal(Ann with { Revision = 1 }, await FindAsync(store, Ann));
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_a_reader_follows()
    {
        var path = _files.NewPath();
        var writer = _files.Open(path);
        await PutAsync(writer, Ann, Developers);
        Assert.Throws<IOException>(() => _files.Open(path));
        var reader = _files.Open(path, readOnly: true);
        await PutAsync(writer, Ann with { Revision = 1, Name = "anna" });
        reader.Refresh();
        Assert.Equal(2, await reader.GetRevisionAsync(default));
        Assert.Equal(Ann with { Name = "anna", Revision = 2 }, await FindAsync(reader, Ann));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.CommitAsync(new(), default));
        writer.Dispose();
        using var next = _files.Open(path);
        Assert.Equal(2, await next.GetRevisionAsync(default));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_noticed_and_written_again()
    {
        var store = _files.OpenNew();
        await PutAsync(store, Ann, Developers);
        File.Delete(store.FilePath);
        store.Refresh();
        Assert.Equal(["The file does not exist any more"], store.RefusedEdit!.Problems);
        await PutAsync(store, Ann with { Id = "AIDABOB", Name = "bob" });
        Assert.Null(store.RefusedEdit);
        Assert.Contains("\"ann\"", await File.ReadAllTextAsync(store.FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_directory_is_not_opened()
    {
        var path = _files.NewPath();
        await File.WriteAllTextAsync(path, "[]");
        Assert.Equal(path, Assert.Throws<DirectoryFileException>(() => _files.Open(path)).Path);
        await File.WriteAllTextAsync(path, Readable.Replace("\"Allow\"", "\"allow\"", StringComparison.Ordinal));
        _files.Open(path); // a document that cannot be read concerns only the decisions that need it
    }

    [Theory]
    [InlineData("{\"Version\":\"2012-10-17\"}")]
    [InlineData("{ \"a\" : \"\\u0041 \\/ \u00e9\" ,\r\n\t\"a\":1e5, \"b\":[ ] }")]
    [InlineData(" {\"a\":1}")]
    [InlineData("{\"a\":1} ")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1}{\"b\":2}")]
    [InlineData("{/**/}")]
    [InlineData("")]
    [InlineData("not json \"\\ \u0001")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}")]
    public async Task A_document_keeps_every_character(string text)
    {
        var path = _files.NewPath();
        using (var store = _files.Open(path))
        {
            await PutAsync(store, Developers with { InlinePolicies = [new("p", new(text))] });
        }

        var found = (IamGroup)(await FindAsync(_files.Open(path), Developers))!;
        Assert.Equal(text, found.InlinePolicies[0].Document.ToString());
    }

    private static async Task PutAsync(JsonFileDirectoryStore store, params DirectoryObject[] objects)
    {
        var result = await store.CommitAsync(new() { Puts = [.. objects] }, default);
        Assert.True(result.IsCommitted, $"{result.Conflict}: {result.Subject}");
    }

    private static ValueTask<DirectoryObject?> FindAsync(JsonFileDirectoryStore store, DirectoryObject o) => store.FindAsync(ObjectLocator.ByKey(o.Key), default);

    private static async Task EditAsync(JsonFileDirectoryStore store, string text, string replacement)
    {
        var before = await File.ReadAllTextAsync(store.FilePath);
        Assert.Contains(text, before, StringComparison.Ordinal);
        await File.WriteAllTextAsync(store.FilePath, before.Replace(text, replacement, StringComparison.Ordinal));
    }

    private static async Task<Commit> FirstAsync(JsonFileDirectoryStore store, long after)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var commit in store.WatchAsync(after, timeout.Token))
        {
            return commit;
        }

        throw new InvalidOperationException("The watch ended");
    }
}
