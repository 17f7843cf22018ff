using System.Collections.Immutable;
using System.Security.Cryptography;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>
/// A directory in a JSON file that people can read, compare and edit. All of it is held in memory; readers never wait. Each commit replaces the
/// file whole: once it returns, the change survives the loss of power. One process at a time writes. An edit by hand becomes a commit; a
/// broken one is refused, see <see cref="RefusedEdit"/>. For thousands of users with frequent changes a database is the better store.
/// </summary>
public sealed class JsonFileDirectoryStore : IDirectoryStore, IDisposable
{
    private const int KeptCommits = 4096;

    private readonly Lock _writing = new();
    private readonly FileStream? _lock;
    private readonly ITimer? _timer;
    private readonly Action<DirectoryFileException>? _editRefused;
    private readonly ChangeFeed _feed;
    private volatile DirectoryState _current;
    private readonly PolicyAcceptance? _acceptance;
    private volatile DirectoryFileException? _refused;
    private volatile ValueList<string> _editFindings = [];
    private FileStamp _stamp;
    private bool _disposed;

    private JsonFileDirectoryStore(string path, JsonFileDirectoryStoreOptions options)
    {
        FilePath = Path.GetFullPath(path);
        IsReadOnly = options.IsReadOnly;
        _editRefused = options.EditRefused;
        _acceptance = IsReadOnly ? null : options.PolicyAcceptance; // a reader must follow what the writer accepted
        _lock = IsReadOnly ? null : TakeLock(FilePath);
        try
        {
            _current = Open();
        }
        catch
        {
            _lock?.Dispose();
            throw;
        }

        _feed = new ChangeFeed(_current.Revision, KeptCommits);
        _timer = options.PollInterval == Timeout.InfiniteTimeSpan
            ? null : options.TimeProvider.CreateTimer(static store => ((JsonFileDirectoryStore)store!).Poll(), this, options.PollInterval, options.PollInterval);
    }

    /// <summary>The file, as a full path.</summary>
    public string FilePath { get; }

    /// <summary>Whether commits are refused.</summary>
    public bool IsReadOnly { get; }

    /// <summary>What is wrong with the file as it is now, while the last good state stays in use; <see langword="null"/> where all is well.</summary>
    public DirectoryFileException? RefusedEdit => _refused;

    /// <summary>What the validator finds doubtful about the documents that the last edit by hand brought in, one sentence each with its place.</summary>
    public ValueList<string> EditFindings => _editFindings;

    /// <summary>Opens a file; one that does not exist is an empty directory and is made by the first commit.</summary>
    /// <exception cref="DirectoryFileException">The file is not a directory, or contradicts itself. Policy documents are not looked into:
    /// decisions that depend on a broken one fail.</exception>
    /// <exception cref="IOException">Another process writes the file.</exception>
    public static JsonFileDirectoryStore Open(string path, JsonFileDirectoryStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(path, options ?? new());
    }

    /// <inheritdoc />
    public long KnownRevision => _current.Revision;

    /// <inheritdoc />
    public ValueTask<long> GetRevisionAsync(CancellationToken cancellationToken) => new(_current.Revision);

    /// <inheritdoc />
    public ValueTask<DirectoryGraph> LoadAsync(ImmutableArray<ObjectLocator> roots, CancellationToken cancellationToken) =>
        new(_current.Load(roots));

    /// <inheritdoc />
    public ValueTask<DirectoryObject?> FindAsync(ObjectLocator locator, CancellationToken cancellationToken) => new(_current.Find(locator));

    /// <inheritdoc />
    public ValueTask<ObjectPage> ListAsync(ObjectQuery query, CancellationToken cancellationToken) => new(_current.List(query));

    /// <inheritdoc />
    public ValueTask<int> CountAsync(ObjectQuery query, CancellationToken cancellationToken) => new(_current.Count(query));

    /// <inheritdoc />
    /// <remarks>An edit by hand that was not seen yet is taken over first. A refused one is kept beside the file with <c>.refused</c> at the end of its name.</remarks>
    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsReadOnly)
        {
            throw new InvalidOperationException($"\"{FilePath}\" was opened for reading only");
        }

        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            TakeOverEdit();
            if (!_current.TryApply(changes, out var next, out var commit, out var refusal))
            {
                return new(refusal);
            }

            if (commit.Changes.Count == 0)
            {
                return new(CommitResult.Committed(_current.Revision));
            }

            if (_refused is not null && File.Exists(FilePath))
            {
                File.Copy(FilePath, FilePath + ".refused", overwrite: true);
            }

            Persist(next, commit);
            return new(CommitResult.Committed(commit.Revision));
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<Commit> WatchAsync(long afterRevision, CancellationToken cancellationToken) =>
        _feed.FollowAsync(afterRevision, cancellationToken);

    /// <summary>Looks at the file now, as the poll does; a broken edit is found in <see cref="RefusedEdit"/> afterwards.</summary>
    public void Refresh()
    {
        lock (_writing)
        {
            if (!_disposed)
            {
                TakeOverEdit();
            }
        }
    }

    /// <summary>Stops looking at the file and lets other processes write it.</summary>
    public void Dispose()
    {
        lock (_writing)
        {
            _disposed = true;
            _timer?.Dispose();
            _lock?.Dispose();
        }
    }

    private static FileStream TakeLock(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"\"{path}\" is in use by another writer", e);
        }
    }

    private DirectoryState Open()
    {
        if (!File.Exists(FilePath))
        {
            return DirectoryState.Empty;
        }

        var written = File.GetLastWriteTimeUtc(FilePath);
        var content = File.ReadAllBytes(FilePath);
        _stamp = FileStamp.Of(written, content);
        return DirectoryFile.TryRead(content, out var state, out var problems) ? state : throw new DirectoryFileException(FilePath, problems);
    }

    private void Poll()
    {
        try
        {
            Refresh();
        }
        catch (IOException)
        {
            // being replaced at this moment, or not reachable: the next tick looks again
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    private void TakeOverEdit()
    {
        if (_stamp.IsCurrent(FilePath))
        {
            return;
        }

        if (!File.Exists(FilePath))
        {
            Refuse(["The file is gone"]);
            _stamp = default;
            return;
        }

        var written = File.GetLastWriteTimeUtc(FilePath);
        var content = File.ReadAllBytes(FilePath);
        var stamp = FileStamp.Of(written, content);
        var isSame = stamp.HasContentOf(_stamp);
        _stamp = stamp;
        if (isSame)
        {
            return;
        }

        if (!DirectoryFile.TryRead(content, out var edited, out var problems))
        {
            Refuse(problems);
            return;
        }

        var changes = DirectoryEdit.Between(_current, edited, _acceptance, out problems, out var findings);
        if (problems.Count > 0)
        {
            Refuse(problems);
        }
        else if (IsReadOnly)
        {
            _refused = null;
            _editFindings = findings;
            Follow(edited, changes);
        }
        else if (!_current.TryApply(changes, out var next, out var commit, out var refusal))
        {
            Refuse([$"{refusal.Conflict}: {refusal.Subject}"]);
        }
        else
        {
            _refused = null;
            _editFindings = findings;
            if (commit.Changes.Count > 0)
            {
                Persist(next, commit);
            }
        }
    }

    /// <summary>Takes over what another process wrote, with its revisions, as one commit.</summary>
    private void Follow(DirectoryState edited, ChangeSet changes)
    {
        if (!_current.TryApply(changes, out _, out var commit, out _) || commit.Changes.Count == 0)
        {
            return;
        }

        var revision = Math.Max(edited.Revision, commit.Revision);
        _current = edited.AtRevision(revision);
        _feed.Publish(commit with { Revision = revision });
    }

    private void Persist(DirectoryState next, Commit commit)
    {
        var content = DirectoryFile.Write(next);
        var written = DurableFile.Replace(FilePath, content.Span);
        _stamp = FileStamp.Of(written, content.Span);
        _refused = null;
        _current = next;
        _feed.Publish(commit);
    }

    private void Refuse(ValueList<string> problems)
    {
        var refused = new DirectoryFileException(FilePath, problems);
        _refused = refused;
        if (_editRefused is { } handler)
        {
            ThreadPool.QueueUserWorkItem(_ => handler(refused));
        }
    }

    /// <summary>How a file looked: cheap to compare with time and length, certain with the hash.</summary>
    private readonly record struct FileStamp(DateTime WrittenUtc, long Length, UInt128 Hash)
    {
        /// <summary>The time is to be taken before the content is read, so that a later change is noticed.</summary>
        public static FileStamp Of(DateTime writtenUtc, ReadOnlySpan<byte> content)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(content, hash);
            return new(writtenUtc, content.Length, System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash));
        }

        public bool IsCurrent(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? file.LastWriteTimeUtc == WrittenUtc && file.Length == Length : this == default;
        }

        public bool HasContentOf(FileStamp other) => Length == other.Length && Hash == other.Hash;
    }
}
