using IamCore.Credentials;
using IamCore.Errors;
using IamCore.Events;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>
/// The unit of work of one operation: reads the store through the changes made so far, notes what it read, and becomes one change set that
/// fails when any of it has changed meanwhile (ID-256, ID-258).
/// </summary>
internal sealed class AdministrationWork(
    IDirectoryStore store, IamDirectoryOptions options, IamAccount? account, IAdministrationGate? gate, CancellationToken cancellationToken)
{
    private readonly Dictionary<ObjectKey, DirectoryObject?> _staged = [];
    private readonly Dictionary<ObjectKey, long> _read = [];
    private readonly HashSet<string> _unclaimed = new(StringComparer.Ordinal);
    private readonly List<CountLimit> _limits = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<AdvisoryEvent> _advice = [];
    private readonly List<Action<IDirectoryObserver>> _news = [];

    public IamDirectoryOptions Options => options;

    public QuotaTable Quotas => options.Quotas;

    /// <summary>What credentials are made with.</summary>
    public required CredentialServices Credentials { get; init; }

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>When the account's root user was last used in this process; null where it was not.</summary>
    public DateTimeOffset? LastRootUse { get; init; }

    /// <summary>Reports about last-accessed data.</summary>
    public required AccessJobs AccessJobs { get; init; }

    /// <summary>The directory with the changes made so far, for decisions.</summary>
    public IDirectoryLoader Loader => new StagedLoader(store, this);

    /// <summary>The time of the operation, in whole seconds (ID-005).</summary>
    public DateTimeOffset Now { get; } = WholeSeconds(options.TimeProvider.GetUtcNow());

    /// <summary>Whether the caller must be authorized.</summary>
    public bool IsAuthorized => gate is not null;

    /// <summary>Who calls; null on the trusted façade.</summary>
    public AdministrationCaller? Caller => gate?.Caller;

    /// <summary>The account operated on.</summary>
    public IamAccount Account => account ?? throw Refusals.Validation("The operation needs an account", "ID-016");

    /// <summary>Whether the operation is of the whole instance rather than of an account.</summary>
    public bool IsOfInstance => account is null;

    public AccountId AccountId => Account.AccountId;

    public string Partition => Account.Partition;

    /// <summary>Runs a part of a composite operation against the state that the parts before it leave (ID-242).</summary>
    public ValueTask<TResult> RunAsync<TResult>(IamCommand<TResult> command)
    {
        var check = new ParameterCheck(Quotas);
        command.Validate(check);
        check.Throw();
        return command.RunAsync(this);
    }

    /// <summary>Asks whether the caller may do a part, before the state that it depends on is looked at (ID-238).</summary>
    public ValueTask AuthorizeAsync<TResult>(IamCommand<TResult> command) => IsAuthorized ? command.AuthorizeAsync(this) : default;

    public ValueTask CheckAsync(AdministrationCheck check)
    {
        if (gate is null)
        {
            return default;
        }

        _asked.Add(check.ShownResource ?? check.Resource);
        return gate.CheckAsync(this, check);
    }

    /// <summary>The resources that the caller was asked about, as it may know them.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>What is to be told once the work is done.</summary>
    public IReadOnlyList<AdvisoryEvent> Advice => _advice;

    /// <summary>Has something told once the work is done.</summary>
    public void Advise(AdvisoryKind kind, string action) => _advice.Add(new(kind, Now, AccountId, action));

    /// <summary>What else observers are to be told once the work is done.</summary>
    public IReadOnlyList<Action<IDirectoryObserver>> News => _news;

    /// <summary>Has observers told something once the work is done.</summary>
    public void Tell(Action<IDirectoryObserver> news) => _news.Add(news);

    /// <summary>The ARN of an object of the account with the default path, as a caller's own input gives it (ID-239).</summary>
    public string ArnOf(string resource) => $"arn:{Partition}:iam::{AccountId}:{resource}";

    public async ValueTask<T?> FindAsync<T>(ObjectKey key)
        where T : DirectoryObject
    {
        if (_staged.TryGetValue(key, out var staged))
        {
            return (T?)staged;
        }

        var found = await store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false);
        _read.TryAdd(key, found?.Revision ?? 0);
        return found as T;
    }

    public async ValueTask<T?> FindAsync<T>(string uniqueKey)
        where T : DirectoryObject
    {
        foreach (var staged in _staged.Values)
        {
            if (staged is T hit && hit.UniqueKeys.Contains(uniqueKey))
            {
                return hit;
            }
        }

        var found = await store.FindAsync(ObjectLocator.ByUniqueKey(uniqueKey), cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            _unclaimed.Add(uniqueKey);
            return null;
        }

        _read.TryAdd(found.Key, found.Revision);
        return _staged.ContainsKey(found.Key) ? null : found as T; // staged under another name, or deleted
    }

    /// <summary>An object that the outcome does not hang on: a change of it meanwhile does not matter.</summary>
    public async ValueTask<T?> PeekAsync<T>(ObjectKey key)
        where T : DirectoryObject => _staged.TryGetValue(key, out var staged)
        ? (T?)staged
        : await store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false) as T;

    /// <summary>A page of a list, as stored; changes of this operation are not in it.</summary>
    public ValueTask<ObjectPage> ListAsync(ObjectQuery query) => store.ListAsync(query, cancellationToken);

    /// <summary>All objects of an account's kind that refer to another, changes of this operation included.</summary>
    public async ValueTask<List<T>> ReferrersAsync<T>(ObjectKind kind, Relation relation, ObjectKey target, string? scope = null)
        where T : DirectoryObject
    {
        var reference = new ObjectReference(relation, target, target.Kind == ObjectKind.PredefinedPolicy);
        var query = new ObjectQuery { Kind = kind, Scope = scope ?? ScopeOf(kind), RefersTo = reference, Limit = ObjectQuery.MaxLimit };
        var found = new List<T>();
        do
        {
            var page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var o in page.Items)
            {
                if (!_staged.ContainsKey(o.Key))
                {
                    _read.TryAdd(o.Key, o.Revision);
                    found.Add((T)o);
                }
            }

            query = query with { After = page.Next };
        }
        while (query.After is not null);

        found.AddRange(_staged.Values.OfType<T>().Where(o => o.ObjectKind == kind && o.Scope == query.Scope && o.References.Contains(reference)));
        return found;
    }

    /// <summary>How many objects of an account's kind refer to another, changes of this operation included.</summary>
    public async ValueTask<int> CountReferrersAsync(ObjectKind kind, Relation relation, ObjectKey target, string? scope = null)
    {
        var reference = new ObjectReference(relation, target, target.Kind == ObjectKind.PredefinedPolicy);
        var count = await store.CountAsync(new() { Kind = kind, Scope = scope ?? ScopeOf(kind), RefersTo = reference }, cancellationToken).ConfigureAwait(false);
        foreach (var (key, after) in _staged)
        {
            if (key.Kind == kind)
            {
                var before = await store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false);
                count += (after?.References.Contains(reference) == true ? 1 : 0) - (before?.References.Contains(reference) == true ? 1 : 0);
            }
        }

        return count;
    }

    /// <summary>How many objects of a kind the account has, changes of this operation included.</summary>
    public async ValueTask<int> CountAsync(ObjectKind kind, string? scope = null)
    {
        var count = await store.CountAsync(new() { Kind = kind, Scope = scope ?? ScopeOf(kind) }, cancellationToken).ConfigureAwait(false);
        foreach (var (key, after) in _staged)
        {
            if (key.Kind == kind && (scope is null || after is null || after.Scope == scope))
            {
                count += (after is null ? 0 : 1) - (_read.GetValueOrDefault(key) == 0 ? 0 : 1);
            }
        }

        return count;
    }

    /// <summary>Refuses one more object of a kind than the quota lets the account have, now and when the work is committed.</summary>
    public async ValueTask CheckRoomAsync(ObjectKind kind, Quota quota, string? scope = null)
    {
        Quotas.Check(quota, await CountAsync(kind, scope).ConfigureAwait(false) + 1);
        _limits.Add(new(kind, scope ?? ScopeOf(kind), Quotas.ValueOf(quota)));
    }

    /// <summary>Refuses one more object that refers to another than the quota lets there be, now and when the work is committed.</summary>
    public async ValueTask CheckRoomAsync(ObjectKind kind, Relation relation, ObjectKey target, Quota quota, string? scope = null)
    {
        Quotas.Check(quota, await CountReferrersAsync(kind, relation, target, scope).ConfigureAwait(false) + 1);
        _limits.Add(new(kind, scope ?? ScopeOf(kind), Quotas.ValueOf(quota), new(relation, target)));
    }

    /// <summary>Whether the work has changed something that was there before and fits.</summary>
    public bool HasChanged(Predicate<ObjectKey> fits)
    {
        foreach (var key in _staged.Keys)
        {
            if (fits(key) && _read.GetValueOrDefault(key) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds an object, or replaces one that was read in this work.</summary>
    public void Put(DirectoryObject o) => _staged[o.Key] = o;

    /// <summary>Removes an object that was read in this work.</summary>
    public void Delete(DirectoryObject o) => _staged[o.Key] = null;

    public string NewId(ObjectKind kind) => UniqueId.Create(kind, options.Random);

    /// <summary>All changes, with all that was read as precondition; empty where nothing changed.</summary>
    public ChangeSet ToChangeSet()
    {
        var puts = new List<DirectoryObject>();
        var deletes = new List<ExpectedRevision>();
        var unchanged = new List<ExpectedRevision>();
        foreach (var (key, o) in _staged)
        {
            var revision = _read.GetValueOrDefault(key);
            if (o is not null)
            {
                puts.Add(o with { Revision = revision });
            }
            else if (revision != 0)
            {
                deletes.Add(new(key, revision));
            }
        }

        foreach (var (key, revision) in _read)
        {
            if (!_staged.ContainsKey(key))
            {
                unchanged.Add(new(key, revision));
            }
        }

        return puts.Count + deletes.Count == 0
            ? new ChangeSet()
            : new ChangeSet { Puts = [.. puts], Deletes = [.. deletes], Unchanged = [.. unchanged], Unclaimed = [.. _unclaimed], Limits = [.. _limits] };
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Where objects of a kind are listed.</summary>
    public string ScopeOf(ObjectKind kind) =>
        kind is ObjectKind.Account or ObjectKind.Organization or ObjectKind.OrganizationalUnit or ObjectKind.ControlPolicy ? "" : AccountId.ToString();
}
