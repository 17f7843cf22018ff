namespace IamCore.Model;

/// <summary>Unique keys of a directory: names in the normalized form in which they must be unique (ID-059, ID-060).</summary>
public static class DirectoryKeys
{
    /// <summary>Returns the unique key of a user; the name ignores case (ID-043).</summary>
    public static string User(AccountId account, string name) => OfName(account, "user", name);

    /// <summary>Returns the unique key of a group; the name ignores case (ID-044).</summary>
    public static string Group(AccountId account, string name) => OfName(account, "group", name);

    /// <summary>Returns the unique key of a role; the name ignores case (ID-045).</summary>
    public static string Role(AccountId account, string name) => OfName(account, "role", name);

    /// <summary>Returns the unique key of an instance profile; the name ignores case (ID-046).</summary>
    public static string InstanceProfile(AccountId account, string name) => OfName(account, "instance-profile", name);

    /// <summary>Returns the unique key of a customer managed policy; the name ignores case (ID-047).</summary>
    public static string ManagedPolicy(AccountId account, string name) => OfName(account, "policy", name);

    /// <summary>Returns the unique key of a SAML provider; the name ignores case (ID-050).</summary>
    public static string SamlProvider(AccountId account, string name) => OfName(account, "saml-provider", name);

    /// <summary>Returns the unique key of an OIDC provider; the URL is case-sensitive (ID-051).</summary>
    public static string OidcProvider(AccountId account, string url) => $"{account}/oidc-provider/{url}";

    /// <summary>Returns the unique key of an account alias (ID-019).</summary>
    public static string AccountAlias(string alias) => $"account-alias/{alias}";

    /// <summary>Returns the unique key of a root user's e-mail address, ignoring case (ID-015).</summary>
    public static string RootEmail(string email) => $"root-email/{email.ToLowerInvariant()}";

    /// <summary>Returns the unique key of a control policy in an organization; the name ignores case.</summary>
    public static string ControlPolicy(string organizationId, string name) => $"{organizationId}/control-policy/{name.ToLowerInvariant()}";

    /// <summary>Returns the unique key of an organizational unit under its parent; the name ignores case.</summary>
    public static string OrganizationalUnit(string parentId, string name) => $"{parentId}/ou/{name.ToLowerInvariant()}";

    /// <summary>Converts ASCII letters to lower case: names are compared and ordered in this form (ID-059).</summary>
    /// <param name="name">The name.</param>
    /// <returns>The folded name; the same string if nothing changes.</returns>
    public static string Fold(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z')
        ? string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
            }
        })
        : name;

    private static string OfName(AccountId account, string kind, string name) => $"{account}/{kind}/{Fold(name)}";
}
