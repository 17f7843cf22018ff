using IamCore.Model;

namespace IamCore.Testing;

/// <summary>A user, group or role of an <see cref="AccountBuilder"/>.</summary>
public sealed class IdentityBuilder
{
    private readonly AccountBuilder _account;

    internal IdentityBuilder(AccountBuilder account) => _account = account;

    internal string PathText { get; private set; } = "/";

    internal List<string> Groups { get; } = [];

    internal List<ObjectKey> Attached { get; } = [];

    internal List<InlinePolicy> InlinePolicies { get; } = [];

    internal List<Tag> Tags { get; } = [];

    internal ObjectKey? BoundaryKey { get; private set; }

    /// <summary>Sets the path, from slash to slash.</summary>
    public IdentityBuilder Path(string path)
    {
        PathText = path;
        return this;
    }

    /// <summary>Makes a user a member of groups. Means nothing to groups and roles.</summary>
    public IdentityBuilder In(params ReadOnlySpan<string> groups)
    {
        Groups.AddRange(groups);
        return this;
    }

    /// <summary>Attaches managed policies: those added before, or predefined ones such as <c>AdministratorAccess</c>.</summary>
    public IdentityBuilder Attach(params ReadOnlySpan<string> policies)
    {
        foreach (var policy in policies)
        {
            Attached.Add(_account.PolicyKey(policy));
        }

        return this;
    }

    /// <summary>Puts an inline policy.</summary>
    public IdentityBuilder Inline(string name, string document)
    {
        InlinePolicies.Add(new InlinePolicy(name, new PolicyText(document)));
        InlinePolicies.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return this;
    }

    /// <summary>Sets the permissions boundary of a user or role.</summary>
    public IdentityBuilder Boundary(string policy)
    {
        BoundaryKey = _account.PolicyKey(policy);
        return this;
    }

    /// <summary>Tags a user or role.</summary>
    public IdentityBuilder Tag(string key, string value)
    {
        Tags.Add(new Tag(key, value));
        Tags.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return this;
    }
}
