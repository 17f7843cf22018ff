using System.Globalization;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>
/// A directory in a few lines: accounts with users, groups, roles and policies, perhaps in an organization. Nothing is checked as administration
/// would check it. Names stand for objects; what is attached must have been added before.
/// </summary>
/// <example><code>
/// var store = new DirectoryBuilder()
///     .Account("123456789012", a => a
///         .Group("Developers", g => g.Inline("ReadDocs", TestPolicies.Allow("docs:Read")))
///         .User("alice", u => u.In("Developers")))
///     .Build();
/// </code></example>
public sealed class DirectoryBuilder
{
    /// <summary>The account that <see cref="Account(Action{AccountBuilder})"/> makes.</summary>
    public const string DefaultAccount = "123456789012";

    private readonly List<DirectoryObject> _objects = [];
    private Organization? _organization;
    private int _lastId;

    /// <summary>Adds the account 123456789012.</summary>
    public DirectoryBuilder Account(Action<AccountBuilder> fill) => Account(DefaultAccount, fill);

    /// <summary>Adds an account.</summary>
    /// <param name="id">12 digits.</param>
    /// <param name="fill">What is in it.</param>
    public DirectoryBuilder Account(string id, Action<AccountBuilder>? fill = null)
    {
        var account = new AccountBuilder(this, AccountId.Parse(id));
        fill?.Invoke(account);
        _objects.Add(account.Build());
        return this;
    }

    /// <summary>Puts all accounts that name a place into an organization. It stands before them.</summary>
    /// <param name="managementAccount">12 digits; the account that control policies do not apply to.</param>
    /// <param name="fill">Its units and policies.</param>
    public DirectoryBuilder Organization(string managementAccount, Action<OrganizationBuilder> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var builder = new OrganizationBuilder(this, AccountId.Parse(managementAccount));
        fill(builder);
        _organization = builder.Build();
        _objects.Add(_organization);
        return this;
    }

    /// <summary>The directory in a store of its own.</summary>
    public InMemoryDirectoryStore Build()
    {
        var store = new InMemoryDirectoryStore();
        var result = store.CommitAsync(new ChangeSet { Puts = [.. _objects] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return result.IsCommitted ? store : throw new InvalidOperationException($"The directory contradicts itself: {result.Conflict} {result.Subject}");
    }

    /// <summary>Commits everything to a store as one change.</summary>
    /// <exception cref="InvalidOperationException">The store refused it.</exception>
    public async Task CommitToAsync(IDirectoryStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var result = await store.CommitAsync(new ChangeSet { Puts = [.. _objects] }, cancellationToken).ConfigureAwait(false);
        if (!result.IsCommitted)
        {
            throw new InvalidOperationException($"The directory contradicts itself: {result.Conflict} {result.Subject}");
        }
    }

    internal string NewId(ObjectKind kind) => UniqueId.PrefixOf(kind) + NewTail(17);

    internal string NewTail(int length)
    {
        _lastId++;
        return string.Create(CultureInfo.InvariantCulture, $"{_lastId}")
            .Replace('0', 'Z').Replace('1', 'Y').Replace('8', 'X').Replace('9', 'W').PadLeft(length, 'A');
    }

    internal void Add(DirectoryObject o) => _objects.Add(o);

    internal ObjectKey Place(string name) =>
        _objects.OfType<OrganizationNode>().FirstOrDefault(n => n is not IamAccount && n.Name == name)?.Key
        ?? throw new InvalidOperationException($"No organization or unit \"{name}\" was added before");

    internal ObjectKey ControlPolicy(string name) =>
        name == "FullAWSAccess" ? PredefinedPolicies.FullAwsAccess
        : _objects.OfType<ControlPolicy>().FirstOrDefault(p => p.Name == name)?.Key
        ?? throw new InvalidOperationException($"No control policy \"{name}\" was added before");
}
