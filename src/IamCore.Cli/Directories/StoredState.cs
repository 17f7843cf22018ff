using IamCore.Administration.Roles;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Stores;

namespace IamCore.Cli.Directories;

/// <summary>One account of a store file as it is now.</summary>
internal sealed class StoredState
{
    private readonly Dictionary<ObjectKey, DirectoryObject> _byKey = [];
    private readonly Dictionary<(ObjectKind, string), DirectoryObject> _byName = [];

    private StoredState(IamAccount account, IamDirectory directory)
    {
        Account = account;
        Directory = directory;
    }

    public IamAccount Account { get; }

    public IamDirectory Directory { get; }

    public IamAdministration Administration => Directory.ForAccount(Account.AccountId);

    public static StoredState Read(IamDirectory directory, IamAccount account)
    {
        var state = new StoredState(account, directory);
        foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Group, ObjectKind.ManagedPolicy])
        {
            foreach (var o in List(directory.Store, kind, account.Id))
            {
                state.Add(o);
            }
        }

        foreach (var role in List(directory.Store, ObjectKind.Role, account.Id).Cast<IamRole>())
        {
            state.Add(Done(state.Administration.ExecuteAsync(new GetRole(role.Name))).Role); // trust policies as people see them
        }

        return state;
    }

    /// <summary>The account of that number or alias; without one the only account there is.</summary>
    /// <exception cref="InputException">There is none, or it is not clear which.</exception>
    public static IamAccount FindAccount(IDirectoryStore store, string? wanted)
    {
        var accounts = List(store, ObjectKind.Account, "").Cast<IamAccount>().ToList();
        return wanted is null
            ? accounts is [var only] ? only : throw new InputException(accounts.Count == 0 ? "The store has no account; make one with: iamcore directory init" : "The store has several accounts; say which with --account")
            : accounts.Find(a => a.Id == wanted || a.Alias == wanted) ?? throw new InputException($"The store has no account {wanted}");
    }

    public static IEnumerable<DirectoryObject> List(IDirectoryStore store, ObjectKind kind, string scope)
    {
        ListPosition? after = null;
        do
        {
            var page = Done(store.ListAsync(new() { Kind = kind, Scope = scope, After = after, Limit = ObjectQuery.MaxLimit }, CancellationToken.None).AsTask());
            foreach (var o in page.Items.ToArray())
            {
                yield return o;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>Waits for what a store file answers at once.</summary>
    public static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    public IEnumerable<T> All<T>()
        where T : AccountObject => _byKey.Values.OfType<T>().OrderBy(o => DirectoryKeys.Fold(o.Name), StringComparer.Ordinal);

    public T? Find<T>(string name)
        where T : AccountObject => _byName.GetValueOrDefault((KindOf<T>(), DirectoryKeys.Fold(name))) as T;

    public T Get<T>(ObjectKey key)
        where T : AccountObject => (T)_byKey[key];

    public string ArnOf(string resource) => $"arn:{Account.Partition}:iam::{Account.Id}:{resource}";

    /// <summary>The ARN of a managed policy; null for none.</summary>
    public string? ArnOf(ObjectKey? key) => key is not { } policy ? null
        : policy.Kind == ObjectKind.PredefinedPolicy
            ? Directory.Options.PredefinedPolicies.Find(policy)?.ArnIn(Account.Partition) ?? policy.Id
            : Get<ManagedPolicy>(policy).Arn;

    /// <summary>The ARN of the predefined policy of that name, with or without its path; null where there is none.</summary>
    public string? FindPredefined(string name) => Directory.Options.PredefinedPolicies.All.ToArray()
        .FirstOrDefault(p => p.Type == PolicyType.Identity && (p.Key.Id == name || p.Name == name))?.ArnIn(Account.Partition);

    private static ObjectKind KindOf<T>() =>
        typeof(T) == typeof(IamUser) ? ObjectKind.User : typeof(T) == typeof(IamGroup) ? ObjectKind.Group : typeof(T) == typeof(IamRole) ? ObjectKind.Role : ObjectKind.ManagedPolicy;

    private void Add(DirectoryObject o)
    {
        _byKey[o.Key] = o;
        _byName[(o.ObjectKind, DirectoryKeys.Fold(o.ListName))] = o;
    }
}
