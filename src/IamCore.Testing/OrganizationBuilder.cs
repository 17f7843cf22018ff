using IamCore.Model;

namespace IamCore.Testing;

/// <summary>Configures the organization of a <see cref="DirectoryBuilder"/>.</summary>
public sealed class OrganizationBuilder
{
    private readonly DirectoryBuilder _directory;
    private readonly AccountId _managementAccount;
    private readonly List<ObjectKey> _serviceControl = [];
    private readonly List<ObjectKey> _resourceControl = [];
    private readonly string _id;

    internal OrganizationBuilder(DirectoryBuilder directory, AccountId managementAccount)
    {
        _directory = directory;
        _managementAccount = managementAccount;
        _id = "o-" + directory.NewTail(10).ToLowerInvariant();
    }

    /// <summary>Adds a service control policy.</summary>
    /// <param name="name">The name.</param>
    /// <param name="document">The policy document.</param>
    /// <returns>This builder.</returns>
    public OrganizationBuilder ServiceControlPolicy(string name, string document) => Policy(name, document, PolicyType.ServiceControl);

    /// <summary>Adds a resource control policy.</summary>
    /// <param name="name">The name.</param>
    /// <param name="document">The policy document.</param>
    /// <returns>This builder.</returns>
    public OrganizationBuilder ResourceControlPolicy(string name, string document) => Policy(name, document, PolicyType.ResourceControl);

    /// <summary>Attaches service control policies to the root: those added before, or <c>FullAWSAccess</c>.</summary>
    /// <param name="names">The names of the policies.</param>
    /// <returns>This builder.</returns>
    public OrganizationBuilder AttachServiceControl(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _serviceControl.Add(_directory.ControlPolicy(name));
        }

        return this;
    }

    /// <summary>Attaches resource control policies to the root.</summary>
    /// <param name="names">The names of the policies.</param>
    /// <returns>This builder.</returns>
    public OrganizationBuilder AttachResourceControl(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _resourceControl.Add(_directory.ControlPolicy(name));
        }

        return this;
    }

    /// <summary>Adds an organizational unit.</summary>
    /// <param name="name">The name.</param>
    /// <param name="serviceControl">The names of the service control policies attached to it.</param>
    /// <param name="resourceControl">The names of the resource control policies attached to it.</param>
    /// <param name="under">The name of the parent unit; the root by default.</param>
    /// <returns>This builder.</returns>
    public OrganizationBuilder Unit(string name, IEnumerable<string>? serviceControl = null, IEnumerable<string>? resourceControl = null, string? under = null)
    {
        _directory.Add(new OrganizationalUnit
        {
            Id = "ou-root-" + _directory.NewTail(8).ToLowerInvariant(),
            Name = name,
            Parent = under is null ? new ObjectKey(ObjectKind.Organization, _id) : _directory.Place(under),
            ServiceControlPolicies = [.. (serviceControl ?? []).Select(_directory.ControlPolicy)],
            ResourceControlPolicies = [.. (resourceControl ?? []).Select(_directory.ControlPolicy)],
        });
        return this;
    }

    internal Organization Build() => new()
    {
        Id = _id,
        Name = "Root",
        RootId = "r-root",
        ManagementAccount = _managementAccount,
        ServiceControlPolicies = [.. _serviceControl],
        ResourceControlPolicies = [.. _resourceControl],
    };

    private OrganizationBuilder Policy(string name, string document, PolicyType type)
    {
        _directory.Add(new ControlPolicy
        {
            Id = "p-" + _directory.NewTail(8).ToLowerInvariant(), OrganizationId = _id, Name = name, Type = type, Document = new PolicyText(document),
        });
        return this;
    }
}
