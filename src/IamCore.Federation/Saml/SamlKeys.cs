using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Federation.Saml;

/// <summary>The context keys that an assertion provides (ST-067 to ST-069, ST-072).</summary>
internal static class SamlKeys
{
    private const string EduPerson = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
    private const string EduOrg = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";
    private const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private const string Primary = "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid";

    /// <summary>The context keys of attributes; names ending in <c>[]</c> are multivalued (ST-069).</summary>
    private static readonly FrozenDictionary<string, string[]> ByAttribute = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [EduPerson + "1"] = ["edupersonaffiliation[]"],
        [EduPerson + "2"] = ["edupersonnickname[]"],
        [EduPerson + "3"] = ["edupersonorgdn"],
        [EduPerson + "4"] = ["edupersonorgunitdn[]"],
        [EduPerson + "5"] = ["edupersonprimaryaffiliation"],
        [EduPerson + "6"] = ["edupersonprincipalname"],
        [EduPerson + "7"] = ["edupersonentitlement[]"],
        [EduPerson + "8"] = ["edupersonprimaryorgunitdn"],
        [EduPerson + "9"] = ["edupersonscopedaffiliation[]"],
        [EduPerson + "10"] = ["edupersontargetedid[]"],
        [EduPerson + "11"] = ["edupersonassurance[]"],
        [EduOrg + "2"] = ["eduorghomepageuri[]"],
        [EduOrg + "3"] = ["eduorgidentityauthnpolicyuri[]"],
        [EduOrg + "4"] = ["eduorglegalname[]"],
        [EduOrg + "5"] = ["eduorgsuperioruri[]"],
        [EduOrg + "6"] = ["eduorgwhitepagesuri[]"],
        ["urn:oid:2.5.4.3"] = ["cn[]"],
        [Claims + "name"] = ["name"],
        ["http://schemas.xmlsoap.org/claims/CommonName"] = ["commonName"],
        [Claims + "givenname"] = ["givenName"],
        [Claims + "surname"] = ["surname"],
        [Claims + "emailaddress"] = ["mail"],
        [Primary] = ["uid", "primaryGroupSID"],
        ["2.5.4.3"] = ["commonName"],
        ["2.5.4.4"] = ["surname"],
        ["2.5.4.42"] = ["givenName"],
        ["2.4.5.42"] = ["givenName"],
        ["2.5.4.45"] = ["x500UniqueIdentifier"],
        ["0.9.2342.19200300.100.1.1"] = ["uid"],
        ["0.9.2342.19200300.100.1.3"] = ["mail"],
        ["0.9.2342.19200300.100.1.45"] = ["organizationStatus"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns a value that distinguishes equal subjects of different providers (ST-067, ST-068).</summary>
    public static string NameQualifier(string issuer, AccountId account, string providerName)
    {
#pragma warning disable CA5350 // SAML defines the name qualifier as a SHA-1 hash; it is an identifier, not a protection
        return Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{issuer}{account}/{providerName}")));
#pragma warning restore CA5350
    }

    /// <summary>Returns the context keys for the trust policy.</summary>
    public static ImmutableArray<FrozenKey> ForTrust(SamlAssertion assertion, SamlProvider provider)
    {
        var keys = ForSession(assertion, provider).ToBuilder();
        keys.Add(new("saml:aud", [assertion.Recipient]));
        keys.Add(new("saml:iss", [assertion.Issuer]));
        keys.Add(new("saml:doc", [$"{provider.Account}/{provider.Name}"]));
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in assertion.Attributes)
        {
            if (attribute.Values.IsEmpty || !ByAttribute.TryGetValue(attribute.Name, out var names))
            {
                continue;
            }

            foreach (var name in names.Where(given.Add)) // The first of several attributes for a key counts.
            {
                keys.Add(name.EndsWith("[]", StringComparison.Ordinal)
                    ? new($"saml:{name[..^2]}", [.. attribute.Values], IsMultivalued: true)
                    : new($"saml:{name}", [attribute.Values[0]]));
            }
        }

        return keys.ToImmutable();
    }

    /// <summary>Returns the context keys for the session.</summary>
    public static ImmutableArray<FrozenKey> ForSession(SamlAssertion assertion, SamlProvider provider) =>
    [
        new("saml:namequalifier", [NameQualifier(assertion.Issuer, provider.Account, provider.Name)]),
        new("saml:sub", [assertion.NameId]),
        new("saml:sub_type", [assertion.SubjectType]),
    ];
}
