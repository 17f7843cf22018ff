using System.Globalization;
using IamCore.Model;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore.Testing;

/// <summary>
/// Builds a directory for tests: accounts with users, groups, roles and policies, optionally in an organization. Nothing is validated as
/// administration would.
/// Objects are referred to by name and must be added before they are attached.
/// </summary>
/// <example>
/// <code>
/// var store = new DirectoryBuilder()
///     .Account("123456789012", a =&gt; a
///         .Group("Developers", g =&gt; g.Inline("ReadDocs", TestPolicies.Allow("docs:Read")))
///         .User("alice", u =&gt; u.In("Developers")))
///     .Build();
/// </code>
/// </example>
public sealed class DirectoryBuilder
{
    /// <summary>The id of the account that <see cref="Account(Action{AccountBuilder})"/> adds.</summary>
    public const string DefaultAccount = "123456789012";

    private readonly List<DirectoryObject> _objects = [];
    private Organization? _organization;
    private int _lastId;

    /// <summary>Adds the account <see cref="DefaultAccount"/>.</summary>
    /// <param name="fill">Configures the account.</param>
    /// <returns>This builder.</returns>
    public DirectoryBuilder Account(Action<AccountBuilder> fill) => Account(DefaultAccount, fill);

    /// <summary>Adds an account.</summary>
    /// <param name="id">The 12-digit account id.</param>
    /// <param name="fill">Configures the account.</param>
    /// <returns>This builder.</returns>
    public DirectoryBuilder Account(string id, Action<AccountBuilder>? fill = null)
    {
        var account = new AccountBuilder(this, AccountId.Parse(id));
        fill?.Invoke(account);
        _objects.Add(account.Build());
        return this;
    }

    /// <summary>
    /// Adds an organization for all accounts that are placed under its root or units. Call it before those accounts are added.
    /// </summary>
    /// <param name="managementAccount">The 12-digit id of the management account, to which control policies do not apply.</param>
    /// <param name="fill">Configures units and policies.</param>
    /// <returns>This builder.</returns>
    public DirectoryBuilder Organization(string managementAccount, Action<OrganizationBuilder> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var builder = new OrganizationBuilder(this, AccountId.Parse(managementAccount));
        fill(builder);
        _organization = builder.Build();
        _objects.Add(_organization);
        return this;
    }

    /// <summary>Creates an in-memory store with the directory.</summary>
    /// <returns>The store.</returns>
    /// <exception cref="InvalidOperationException">The directory is inconsistent.</exception>
    public InMemoryDirectoryStore Build()
    {
        var store = new InMemoryDirectoryStore();
        var result = store.CommitAsync(new ChangeSet { Puts = [.. _objects] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return result.IsCommitted ? store : throw new InvalidOperationException($"The directory contradicts itself: {result.Conflict} {result.Subject}");
    }

    /// <summary>Commits the directory to a store as one revision.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="InvalidOperationException">The directory is inconsistent, or the store refused it.</exception>
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
