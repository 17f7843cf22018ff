using System.Collections.Immutable;
using System.Security.Cryptography;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>
/// A store that keeps the directory in a JSON file that people can read, compare and edit. Suitable for one process and small
/// directories; prefer a database for
/// thousands of users or frequent changes.
/// </summary>
/// <remarks>
/// The whole directory is held in memory, and readers never wait. Each commit replaces the file atomically and durably. Only one process
/// may write; others can
/// open the file read-only. A manual edit becomes a commit; an invalid one is rejected, see <see cref="RefusedEdit"/>.
/// </remarks>
/// <example>
/// <code>
/// using var store = JsonFileDirectoryStore.Open("directory.json");
/// using var engine = new IamEngine(store, new() { Directory = new() { Credentials = new() { SecretProtector = protector } } });
/// </code>
/// </example>
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
        _acceptance = IsReadOnly ? null : options.PolicyAcceptance; // a reader must follow whatever the writer accepted
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

    /// <summary>The full path of the file.</summary>
    public string FilePath { get; }

    /// <summary>Whether the file was opened read-only, so that commits fail.</summary>
    public bool IsReadOnly { get; }

    /// <summary>
    /// What is wrong with the file as it is now, while the last valid state remains in use; <see langword="null"/> if the file is valid.
    /// </summary>
    public DirectoryFileException? RefusedEdit => _refused;

    /// <summary>
    /// The validator's findings about the policy documents introduced by the last manual edit, one sentence each with its location.
    /// </summary>
    public ValueList<string> EditFindings => _editFindings;

    /// <summary>Opens a file. A file that does not exist is an empty directory and is created by the first commit.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <returns>The store.</returns>
    /// <exception cref="DirectoryFileException">
    /// The file is not a valid directory. Policy documents are not parsed: decisions that depend on an invalid one fail.
    /// </exception>
    /// <exception cref="IOException">Another process has opened the file for writing.</exception>
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
    /// <remarks>
    /// A manual edit not noticed yet is applied first. If it is invalid, it is kept beside the file, with <c>.refused</c> appended to its
    /// name.
    /// </remarks>
    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        if (IsReadOnly)
        {
            throw new InvalidOperationException($"\"{FilePath}\" was opened read-only");
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

    /// <summary>
    /// Checks the file for manual edits now instead of at the next poll; see <see cref="RefusedEdit"/> for the outcome.
    /// </summary>
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

    /// <summary>Stops polling the file and releases it for other writers.</summary>
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
            // the file is just being replaced or not reachable: retried at the next tick
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
            Refuse(["The file does not exist any more"]);
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

    /// <summary>Applies what another process wrote as one commit, keeping its revisions.</summary>
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
            // Not called here, because the handler may call back into the store while this thread holds the lock.
            ThreadPool.QueueUserWorkItem(_ => handler(refused));
        }
    }

    /// <summary>Identifies the content of a file: cheaply by time and length, reliably by hash.</summary>
    private readonly record struct FileStamp(DateTime WrittenUtc, long Length, UInt128 Hash)
    {
        /// <summary>The time must be taken before the content is read, so that a later change is noticed.</summary>
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
