using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Testing;

/// <summary>An account of a <see cref="DirectoryBuilder"/>.</summary>
public sealed class AccountBuilder
{
    private readonly DirectoryBuilder _directory;
    private readonly AccountId _id;
    private readonly Dictionary<string, ObjectKey> _policies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectKey> _groups = new(StringComparer.Ordinal);
    private IamAccount _account;

    internal AccountBuilder(DirectoryBuilder directory, AccountId id)
    {
        _directory = directory;
        _id = id;
        _account = new IamAccount
        {
            Id = id.ToString(),
            Name = $"Account {id}",
            Email = $"root@{id}.example.com",
            CanonicalUserId = id.ToString().PadLeft(64, '0'),
            Status = AccountStatus.Active,
        };
    }

    /// <summary>Changes the account itself, for example its status.</summary>
    /// <param name="change">Returns the changed account.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder With(Func<IamAccount, IamAccount> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _account = change(_account);
        return this;
    }

    /// <summary>Moves the account under an organizational unit, or under the root with the name <c>Root</c>.</summary>
    /// <param name="place">The name of the unit, or <c>Root</c>.</param>
    /// <param name="serviceControl">The names of the service control policies attached to the account itself.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder Under(string place, params ReadOnlySpan<string> serviceControl)
    {
        var policies = new List<ObjectKey>();
        foreach (var name in serviceControl)
        {
            policies.Add(_directory.ControlPolicy(name));
        }

        _account = _account with { Parent = _directory.Place(place), ServiceControlPolicies = [.. policies] };
        return this;
    }

    /// <summary>Adds a customer managed policy.</summary>
    /// <param name="name">The name.</param>
    /// <param name="document">The policy document.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder Policy(string name, string document)
    {
        var policy = new ManagedPolicy
        {
            Id = _directory.NewId(ObjectKind.ManagedPolicy),
            Account = _id,
            Partition = _account.Partition,
            Name = name,
            DefaultVersionId = "v1",
            NextVersion = 2,
            Versions = [new PolicyVersion("v1", new PolicyText(document), default)],
        };
        _directory.Add(policy);
        _policies.Add(name, policy.Key);
        return this;
    }

    /// <summary>Adds a group.</summary>
    /// <param name="name">The name.</param>
    /// <param name="fill">Configures the group.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder Group(string name, Action<IdentityBuilder>? fill = null)
    {
        var identity = Fill(fill);
        var group = new IamGroup
        {
            Id = _directory.NewId(ObjectKind.Group),
            Account = _id,
            Partition = _account.Partition,
            Name = name,
            Path = identity.PathText,
            AttachedPolicies = [.. identity.Attached],
            InlinePolicies = [.. identity.InlinePolicies],
        };
        _directory.Add(group);
        _groups.Add(name, group.Key);
        return this;
    }

    /// <summary>Adds a user.</summary>
    /// <param name="name">The name.</param>
    /// <param name="fill">Configures the user.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder User(string name, Action<IdentityBuilder>? fill = null)
    {
        var identity = Fill(fill);
        _directory.Add(new IamUser
        {
            Id = _directory.NewId(ObjectKind.User),
            Account = _id,
            Partition = _account.Partition,
            Name = name,
            Path = identity.PathText,
            Groups = [.. identity.Groups.Select(g => _groups.TryGetValue(g, out var key) ? key.Id : throw Missing("group", g))],
            AttachedPolicies = [.. identity.Attached],
            InlinePolicies = [.. identity.InlinePolicies],
            PermissionsBoundary = identity.BoundaryKey,
            Tags = [.. identity.Tags],
        });
        return this;
    }

    /// <summary>Adds a role.</summary>
    /// <param name="name">The name.</param>
    /// <param name="trust">The trust policy, for example from <see cref="TestPolicies.Trust"/>.</param>
    /// <param name="fill">Configures the role.</param>
    /// <returns>This builder.</returns>
    public AccountBuilder Role(string name, string trust, Action<IdentityBuilder>? fill = null)
    {
        var identity = Fill(fill);
        _directory.Add(new IamRole
        {
            Id = _directory.NewId(ObjectKind.Role),
            Account = _id,
            Partition = _account.Partition,
            Name = name,
            Path = identity.PathText,
            TrustPolicy = new PolicyText(trust),
            Owner = identity.PathText.StartsWith("/aws-service-role/", StringComparison.Ordinal) ? RoleOwner.Service : RoleOwner.Customer,
            AttachedPolicies = [.. identity.Attached],
            InlinePolicies = [.. identity.InlinePolicies],
            PermissionsBoundary = identity.BoundaryKey,
            Tags = [.. identity.Tags],
        });
        return this;
    }

    internal IamAccount Build() => _account;

    internal ObjectKey PolicyKey(string name) =>
        _policies.TryGetValue(name, out var key) ? key
        : PredefinedPolicies.Default.All.FirstOrDefault(p => p.Name == name && p.Type == PolicyType.Identity)?.Key
        ?? throw Missing("policy", name);

    private static InvalidOperationException Missing(string kind, string name) => new($"No {kind} \"{name}\" was added before");

    private IdentityBuilder Fill(Action<IdentityBuilder>? fill)
    {
        var identity = new IdentityBuilder(this);
        fill?.Invoke(identity);
        return identity;
    }
}
