namespace IamCore.Model;

/// <summary>The unique keys of a directory: names in the form in which no two may be equal (ID-059, ID-060).</summary>
public static class DirectoryKeys
{
    /// <summary>The user of that name, in any letter case (ID-043).</summary>
    public static string User(AccountId account, string name) => OfName(account, "user", name);

    /// <summary>The group of that name, in any letter case (ID-044).</summary>
    public static string Group(AccountId account, string name) => OfName(account, "group", name);

    /// <summary>The role of that name, in any letter case (ID-045).</summary>
    public static string Role(AccountId account, string name) => OfName(account, "role", name);

    /// <summary>The instance profile of that name, in any letter case (ID-046).</summary>
    public static string InstanceProfile(AccountId account, string name) => OfName(account, "instance-profile", name);

    /// <summary>The customer managed policy of that name, in any letter case (ID-047).</summary>
    public static string ManagedPolicy(AccountId account, string name) => OfName(account, "policy", name);

    /// <summary>The SAML provider of that name, in any letter case (ID-050).</summary>
    public static string SamlProvider(AccountId account, string name) => OfName(account, "saml-provider", name);

    /// <summary>The OIDC provider of that URL, case-sensitive (ID-051).</summary>
    public static string OidcProvider(AccountId account, string url) => $"{account}/oidc-provider/{url}";

    /// <summary>The account with that alias (ID-019).</summary>
    public static string AccountAlias(string alias) => $"account-alias/{alias}";

    /// <summary>The account whose root user signs in with that address, in any letter case (ID-015).</summary>
    public static string RootEmail(string email) => $"root-email/{email.ToLowerInvariant()}";

    /// <summary>The control policy of that name in an organization, in any letter case.</summary>
    public static string ControlPolicy(string organizationId, string name) => $"{organizationId}/control-policy/{name.ToLowerInvariant()}";

    /// <summary>The organizational unit of that name under a parent, in any letter case.</summary>
    public static string OrganizationalUnit(string parentId, string name) => $"{parentId}/ou/{name.ToLowerInvariant()}";

    /// <summary>ASCII letters in lower case, everything else as it is: the form in which names are compared and ordered (ID-059).</summary>
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
