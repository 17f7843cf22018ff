using IamCore.EntityFrameworkCore.Tests.Databases;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Tests.Hosting;

/// <summary>A store that ends while it is asked.</summary>
public sealed class DisposalTests
{
    private static readonly ObjectLocator Nobody = ObjectLocator.ByKey(ObjectKind.User, "AIDANOBODY");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_all_share_is_closed_once_nobody_uses_it(bool waits)
    {
        for (var round = 0; round < 40; round++)
        {
            var store = DatabaseDirectoryStore.OpenSqlite("Data Source=:memory:");
            List<Task> asked = [store.GetRevisionAsync(default).AsTask(), .. Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await store.FindAsync(Nobody, default)))];
            await Task.WhenAll(asked.Take(round % (asked.Count + 1))); // none answered, some, all
            if (waits)
            {
                await store.DisposeAsync();
            }
            else
            {
#pragma warning disable CA1849 // hosts may do either
                store.Dispose();
#pragma warning restore CA1849
            }

            foreach (var answer in asked)
            {
                if (await Record.ExceptionAsync(() => answer) is { } exception)
                {
                    Assert.IsType<ObjectDisposedException>(exception);
                }
            }
        }
    }

    [Fact]
    public async Task What_is_asked_afterwards_fails_instead_of_being_answered_from_what_was_known()
    {
        using var database = new SqliteDatabase();
        var store = database.NewStore();
        Assert.Equal(0, await store.GetRevisionAsync(default));
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.GetRevisionAsync(default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.LoadAsync([Nobody], default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindAsync(Nobody, default));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.CommitAsync(new(), default));
    }
}
