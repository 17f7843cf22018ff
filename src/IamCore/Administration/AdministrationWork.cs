using IamCore.Credentials;
using IamCore.Errors;
using IamCore.Events;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>
/// The unit of work of one operation. It reads the store through the changes made so far, records what it read, and becomes one change
/// set whose commit fails if any of that has changed in the meantime (ID-256, ID-258).
/// </summary>
internal sealed class AdministrationWork(
    IDirectoryStore store, IamDirectoryOptions options, IamAccount? account, IAdministrationGate? gate, CancellationToken cancellationToken)
{
    private readonly Dictionary<ObjectKey, DirectoryObject?> _staged = [];
    private readonly Dictionary<ObjectKey, long> _read = [];
    private readonly HashSet<string> _unclaimed = new(StringComparer.Ordinal);
    private readonly List<CountLimit> _limits = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<AdvisoryEvent> _advisoryEvents = [];
    private readonly List<Action<IDirectoryObserver>> _notifications = [];

    public IamDirectoryOptions Options => options;

    public QuotaTable Quotas => options.Quotas;

    /// <summary>Creates and checks credentials.</summary>
    public required CredentialServices Credentials { get; init; }

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>When the account's root user was last used in this process; null if it was not.</summary>
    public DateTimeOffset? LastRootUse { get; init; }

    /// <summary>The reports about last-accessed data.</summary>
    public required AccessJobs AccessJobs { get; init; }

    /// <summary>Loads the directory with the changes made so far, for decisions.</summary>
    public IDirectoryLoader Loader => new StagedLoader(store, this);

    /// <summary>The time of the operation, in whole seconds (ID-005).</summary>
    public DateTimeOffset Now { get; } = WholeSeconds(options.TimeProvider.GetUtcNow());

    /// <summary>Whether the caller must be authorized.</summary>
    public bool IsAuthorized => gate is not null;

    /// <summary>The caller; null on the trusted façade.</summary>
    public AdministrationCaller? Caller => gate?.Caller;

    /// <summary>The account operated on.</summary>
    public IamAccount Account => account ?? throw IamErrors.Validation("The operation needs an account", "ID-016");

    /// <summary>Whether the operation runs on the whole instance rather than on an account.</summary>
    public bool IsOfInstance => account is null;

    public AccountId AccountId => Account.AccountId;

    public string Partition => Account.Partition;

    /// <summary>Runs a part of a composite operation against the state left by the parts before it (ID-242).</summary>
    public ValueTask<TResult> RunAsync<TResult>(IamCommand<TResult> command)
    {
        var check = new ParameterCheck(Quotas);
        command.Validate(check);
        check.Throw();
        return command.RunAsync(this);
    }

    /// <summary>Checks that the caller may perform a part before reading the state it depends on (ID-238).</summary>
    public ValueTask AuthorizeAsync<TResult>(IamCommand<TResult> command) => IsAuthorized ? command.AuthorizeAsync(this) : default;

    public ValueTask CheckAsync(AdministrationCheck check)
    {
        if (gate is null)
        {
            return default;
        }

        // Recorded before the decision, so that the audit entry of a denied call names what was asked for.
        _asked.Add(check.ShownResource ?? check.Resource);
        return gate.CheckAsync(this, check);
    }

    /// <summary>The resources the caller was checked for, as the caller may know them.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>The advisory events to raise once the change set is committed.</summary>
    public IReadOnlyList<AdvisoryEvent> AdvisoryEvents => _advisoryEvents;

    /// <summary>Adds an advisory event to raise once the change set is committed.</summary>
    public void AddAdvisoryEvent(AdvisoryKind kind, string action) => _advisoryEvents.Add(new(kind, Now, AccountId, action));

    /// <summary>Other notifications for observers, sent once the change set is committed.</summary>
    public IReadOnlyList<Action<IDirectoryObserver>> Notifications => _notifications;

    /// <summary>Adds a notification for observers, sent once the change set is committed.</summary>
    public void AddNotification(Action<IDirectoryObserver> notification) => _notifications.Add(notification);

    /// <summary>
    /// Returns the ARN of an object of the account under the default path, built only from the caller's own input (ID-239).
    /// </summary>
    public string ArnOf(string resource) => $"arn:{Partition}:iam::{AccountId}:{resource}";

    public async ValueTask<T?> FindAsync<T>(ObjectKey key)
        where T : DirectoryObject
    {
        if (_staged.TryGetValue(key, out var staged))
        {
            return (T?)staged;
        }

        var found = await store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false);
        // Revision 0 records that the object did not exist. TryAdd keeps the first reading: a later one would hide a change in between.
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
            // The commit must fail if somebody claims the key in the meantime: nobody may have seen that it was free and still lose it.
            _unclaimed.Add(uniqueKey);
            return null;
        }

        _read.TryAdd(found.Key, found.Revision);
        return _staged.ContainsKey(found.Key) ? null : found as T; // staged under another name, or deleted
    }

    /// <summary>Reads an object without making it a precondition of the commit.</summary>
    public async ValueTask<T?> FindUntrackedAsync<T>(ObjectKey key)
        where T : DirectoryObject => _staged.TryGetValue(key, out var staged)
        ? (T?)staged
        : await store.FindAsync(ObjectLocator.ByKey(key), cancellationToken).ConfigureAwait(false) as T;

    /// <summary>Returns a page of a list as stored; changes made by this operation are not included.</summary>
    public ValueTask<ObjectPage> ListAsync(ObjectQuery query) => store.ListAsync(query, cancellationToken);

    /// <summary>
    /// Returns all objects of a kind in the account that refer to another object, including changes made by this operation.
    /// </summary>
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

    /// <summary>
    /// Counts the objects of a kind in the account that refer to another object, including changes made by this operation.
    /// </summary>
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

    /// <summary>Counts the objects of a kind in the account, including changes made by this operation.</summary>
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

    /// <summary>Throws if one more object of a kind would exceed the account's quota. The commit checks again.</summary>
    public async ValueTask CheckQuotaAsync(ObjectKind kind, Quota quota, string? scope = null)
    {
        Quotas.Check(quota, await CountAsync(kind, scope).ConfigureAwait(false) + 1);
        // Two operations may both count before either commits; only the store can hold the limit between them.
        _limits.Add(new(kind, scope ?? ScopeOf(kind), Quotas.ValueOf(quota)));
    }

    /// <summary>Throws if one more object that refers to another would exceed the quota. The commit checks again.</summary>
    public async ValueTask CheckQuotaAsync(ObjectKind kind, Relation relation, ObjectKey target, Quota quota, string? scope = null)
    {
        Quotas.Check(quota, await CountReferrersAsync(kind, relation, target, scope).ConfigureAwait(false) + 1);
        _limits.Add(new(kind, scope ?? ScopeOf(kind), Quotas.ValueOf(quota), new(relation, target)));
    }

    /// <summary>Whether the operation has changed an existing object whose key satisfies the predicate.</summary>
    public bool HasChanged(Predicate<ObjectKey> predicate)
    {
        foreach (var key in _staged.Keys)
        {
            if (predicate(key) && _read.GetValueOrDefault(key) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds an object, or replaces one that this operation has read.</summary>
    public void Put(DirectoryObject o) => _staged[o.Key] = o;

    /// <summary>Removes an object that this operation has read.</summary>
    public void Delete(DirectoryObject o) => _staged[o.Key] = null;

    public string NewId(ObjectKind kind) => UniqueId.Create(kind, options.Random);

    /// <summary>Returns all changes, with everything read as a precondition; empty if nothing changed.</summary>
    public ChangeSet ToChangeSet()
    {
        var puts = new List<DirectoryObject>();
        var deletes = new List<ExpectedRevision>();
        var unchanged = new List<ExpectedRevision>();
        foreach (var (key, o) in _staged)
        {
            var revision = _read.GetValueOrDefault(key);
            if (o is not null)
            // Revision 0 makes the put a creation: it fails if the object has come into being in the meantime.
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

    /// <summary>Returns the scope in which objects of a kind are listed.</summary>
    public string ScopeOf(ObjectKind kind) =>
        kind is ObjectKind.Account or ObjectKind.Organization or ObjectKind.OrganizationalUnit or ObjectKind.ControlPolicy ? "" : AccountId.ToString();
}
