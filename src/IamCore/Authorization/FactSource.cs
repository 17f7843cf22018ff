using System.Diagnostics.CodeAnalysis;
using IamCore.Authorization.Snapshots;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Authorization;

/// <summary>
/// Finds what the directory contains about a question: in the caches if everything is known to be valid at one sufficiently new revision,
/// otherwise in the
/// store. Nothing older than the newest known revision is ever used.
/// </summary>
internal sealed class FactSource : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly IDirectoryStore _store;
    private readonly AuthorizerOptions _options;
    private readonly TimeProvider _time;
    private readonly DirectoryAuthorizer _owner;
    private readonly SnapshotCaches _caches;
    private readonly SnapshotLoader _loader;
    private readonly ChangeLog _log = new();
    private readonly DirectoryFollower _follower;
    private readonly long _maxStaleness;
    private volatile Partitions? _partitions;
    private long _confirmed = -1;
    private long _confirmedAt = DateTime.MinValue.Ticks;

    public FactSource(DirectoryAuthorizer owner, IDirectoryStore store, PredefinedPolicies predefined, AuthorizerOptions options, TimeProvider time)
    {
        _owner = owner;
        _store = store;
        _options = options;
        _time = time;
        _maxStaleness = options.MaxStaleness.Ticks;
        _caches = new SnapshotCaches(owner, options.MaxCachedPrincipals);
        _loader = new SnapshotLoader(store, predefined, _caches);
        _follower = new DirectoryFollower(store, _log, time);
    }

    /// <summary>The number of cached principals that were identified by name.</summary>
    public long CachedPrincipals => _caches.Principals.Count;

    /// <summary>Compiled documents, shared by all principals.</summary>
    public CompiledPolicies Compiled => _caches.Compiled;

    /// <summary>By how many revisions the watch lags behind the newest known revision.</summary>
    public long RevisionLag => Math.Max(0, Math.Max(_store.KnownRevision, Volatile.Read(ref _confirmed)) - Math.Max(0, _log.Applied));

    /// <summary>
    /// Gets the newest known revision. Returns false if the store must be asked or awaited first; a request to the store that is already
    /// under way is passed out.
    /// </summary>
    public bool TryWanted(long minimum, DateTimeOffset now, bool isConfirmed, out long wanted, out Task<long>? confirmation)
    {
        confirmation = null;
        var known = _store.KnownRevision;
        if (!isConfirmed && (known < 0 || Math.Abs(now.UtcTicks - Volatile.Read(ref _confirmedAt)) > _maxStaleness))
        {
            var revision = _store.GetRevisionAsync(CancellationToken.None);
            if (!revision.IsCompletedSuccessfully)
            {
                confirmation = ConfirmedAsync(revision, now);
                wanted = known;
                return false;
            }

            Confirm(revision.Result, now);
        }

        wanted = Math.Max(known, Volatile.Read(ref _confirmed));
        return wanted >= minimum;
    }

    /// <summary>Waits for the store's answer, which becomes the newest known revision.</summary>
    public static async ValueTask ConfirmAsync(Task<long> confirmation, CancellationToken cancellationToken) =>
        await confirmation.WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Finds the principal in the cache.</summary>
    public bool TryFindPrincipal(in AccessQuestion question, long wanted, [NotNullWhen(true)] out PrincipalSnapshot? principal)
    {
        if (question.Session is not { } session)
        {
            return _caches.Principals.TryGet(question.Principal, out principal) && principal.ValidThrough(wanted, _log) >= wanted;
        }

        principal = session.Memo is { } memo && memo.Owner == _owner ? memo.Principal : null;
        return principal is not null
            ? principal.ValidThrough(wanted, _log) >= wanted
            : TryBind(in question, session, wanted, out principal);
    }

    /// <summary>Finds what else the question needs in the caches, if everything is valid at one revision.</summary>
    public bool TryComplete(
        in AccessQuestion question, in AccessRequest request, PrincipalSnapshot principal, long wanted, out QuestionFacts facts)
    {
        facts = default;
        var through = principal.ValidThrough(wanted, _log);
        var readAt = principal.ReadAt;
        AccountSnapshot? account = null;
        if (request.IsSameAccount)
        {
            account = principal.Account;
        }
        else if (!request.ResourceAccount.IsEmpty && !(_caches.TryAccount(request.ResourceAccount.Span, out account) && Joins(account, wanted, ref readAt, ref through)))
        {
            return false;
        }

        TrustSnapshot? trust = null;
        if (question.ResourcePolicy is null && request.IsTrustRequest
            && !(_caches.Trusts.TryGet(question.Resource.ToString(), out trust) && Joins(trust, wanted, ref readAt, ref through)))
        {
            return false;
        }

        var isOther = false;
        if (Partitions.IsInQuestion(principal, in request.ResourceRef))
        {
            if (_partitions is not { } partitions || !Joins(partitions, wanted, ref readAt, ref through))
            {
                return false;
            }

            isOther = partitions.Contains(question.Resource.Arn.Partition);
        }

        facts = new QuestionFacts(through, readAt, principal, account, trust, isOther);
        return readAt <= through;
    }

    /// <summary>Loads the facts of all questions from the store, at one sufficiently new revision.</summary>
    public async ValueTask<LoadedFacts> LoadAsync(ReadOnlyMemory<AccessQuestion> questions, bool isKept, CancellationToken cancellationToken)
    {
        var minimum = MinimumOf(questions.Span);
        await WaitForAsync(minimum, cancellationToken).ConfigureAwait(false);
        var loaded = await _loader.LoadAsync(questions, isKept, cancellationToken).ConfigureAwait(false);
        if (loaded.Facts[0].Principal is { Account: null })
        {
            minimum = 0; // nothing in the directory applies to such a principal, so its revision does not matter
        }

        if (loaded.Revision < minimum)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The store returned revision {loaded.Revision} after it had reported revision {minimum}"));
        }

        _follower.Start(loaded.Revision);
        for (var i = 0; i < loaded.Facts.Length; i++)
        {
            if (loaded.Facts[i].Principal is { } principal && Partitions.IsInQuestion(principal, questions.Span[i].Resource))
            {
                var partitions = await PartitionsAsync(loaded.Revision, cancellationToken).ConfigureAwait(false);
                loaded.Facts[i] = loaded.Facts[i] with { IsOtherPartition = partitions.Contains(questions.Span[i].Resource.Arn.Partition) };
            }
        }

        return loaded;
    }

    /// <summary>The highest minimum revision of the questions.</summary>
    public static long MinimumOf(ReadOnlySpan<AccessQuestion> questions)
    {
        var minimum = 0L;
        foreach (ref readonly var question in questions)
        {
            minimum = Math.Max(minimum, question.MinimumRevision);
        }

        return minimum;
    }

    public void Dispose() => _follower.Dispose();

    private async ValueTask<Partitions> PartitionsAsync(long revision, CancellationToken cancellationToken)
    {
        var partitions = _partitions;
        if (partitions is null || partitions.ValidThrough(revision, _log) < revision)
        {
            _partitions = partitions = await Partitions.ReadAsync(_store, cancellationToken).ConfigureAwait(false);
        }

        return partitions;
    }

    private async ValueTask WaitForAsync(long minimum, CancellationToken cancellationToken)
    {
        if (Math.Max(_store.KnownRevision, Volatile.Read(ref _confirmed)) >= minimum)
        {
            return;
        }

        using var timeout = new CancellationTokenSource(_options.MinimumRevisionTimeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        while (true)
        {
            var moved = _log.Moved;
            var askedAt = _time.GetUtcNow();
            var revision = await _store.GetRevisionAsync(cancellationToken).ConfigureAwait(false);
            Confirm(revision, askedAt);
            if (revision >= minimum)
            {
                return;
            }

            _follower.Start(revision);
            var pause = Task.Delay(PollInterval, _time, stop.Token);
            await Task.WhenAny(moved, pause).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
            {
                throw new TimeoutException(FormattableString.Invariant(
                    $"The store is at revision {revision} and did not reach revision {minimum} within {_options.MinimumRevisionTimeout}"));
            }
        }
    }

    /// <summary>Binds a new session to a user or role that is cached already, so that nothing needs to be read.</summary>
    private bool TryBind(in AccessQuestion question, PrincipalSession session, long wanted, [NotNullWhen(true)] out PrincipalSnapshot? principal)
    {
        principal = null;
        if (session.Entity.IsNone || session.Policies is { Managed.Count: > 0 } || (session.IsRootTask && session.Policies is null)
            || !_caches.Entities.TryGet(session.Entity, out var entity) || entity.ValidThrough(wanted, _log) < wanted
            || !_caches.Accounts.TryGet(session.Principal.Account.ToString(), out var account) || account.Account is null
            || account.ValidThrough(wanted, _log) < wanted
            || entity.AccountId != account.Account.AccountId
            || !SessionBinding.TryName(session.Principal, session, entity, out var name))
        {
            return false;
        }

        var readAt = Math.Max(entity.ReadAt, account.ReadAt);
        var policies = session.Policies is null ? null : SessionBinding.Compile(session, []);
        principal = SessionBinding.Bind(name, session, entity, account, policies, readAt);
        _caches.Keep(in question, principal);
        return principal.ValidThrough(wanted, _log) >= wanted;
    }

    private bool Joins(Snapshot snapshot, long wanted, ref long readAt, ref long through)
    {
        through = Math.Min(through, snapshot.ValidThrough(wanted, _log));
        readAt = Math.Max(readAt, snapshot.ReadAt);
        return through >= wanted;
    }

    /// <summary>The answer counts from the time of the request: it may lack what was committed while the request was under way.</summary>
    private async Task<long> ConfirmedAsync(ValueTask<long> asked, DateTimeOffset askedAt)
    {
        var revision = await asked.ConfigureAwait(false);
        Confirm(revision, askedAt);
        return revision;
    }

    private void Confirm(long revision, DateTimeOffset now)
    {
        var known = Volatile.Read(ref _confirmed);
        while (revision > known)
        {
            known = Interlocked.CompareExchange(ref _confirmed, revision, known) is var seen && seen == known ? revision : seen;
        }

        Volatile.Write(ref _confirmedAt, now.UtcTicks);
    }
}
