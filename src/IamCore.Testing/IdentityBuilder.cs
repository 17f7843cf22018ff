using IamCore.Model;

namespace IamCore.Testing;

/// <summary>Configures a user, group or role of an <see cref="AccountBuilder"/>.</summary>
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

    /// <summary>Sets the path, which begins and ends with a slash.</summary>
    /// <param name="path">The path.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder Path(string path)
    {
        PathText = path;
        return this;
    }

    /// <summary>Adds a user to groups. Ignored for groups and roles.</summary>
    /// <param name="groups">The names of the groups.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder In(params ReadOnlySpan<string> groups)
    {
        Groups.AddRange(groups);
        return this;
    }

    /// <summary>Attaches managed policies: those added before, or predefined ones such as <c>AdministratorAccess</c>.</summary>
    /// <param name="policies">The names of the policies.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder Attach(params ReadOnlySpan<string> policies)
    {
        foreach (var policy in policies)
        {
            Attached.Add(_account.PolicyKey(policy));
        }

        return this;
    }

    /// <summary>Adds an inline policy.</summary>
    /// <param name="name">The name.</param>
    /// <param name="document">The policy document.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder Inline(string name, string document)
    {
        InlinePolicies.Add(new InlinePolicy(name, new PolicyText(document)));
        InlinePolicies.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return this;
    }

    /// <summary>Sets the permissions boundary of a user or role.</summary>
    /// <param name="policy">The name of the policy.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder Boundary(string policy)
    {
        BoundaryKey = _account.PolicyKey(policy);
        return this;
    }

    /// <summary>Tags a user or role.</summary>
    /// <param name="key">The key of the tag.</param>
    /// <param name="value">The value of the tag.</param>
    /// <returns>This builder.</returns>
    public IdentityBuilder Tag(string key, string value)
    {
        Tags.Add(new Tag(key, value));
        Tags.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return this;
    }
}
