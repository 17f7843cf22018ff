using System.Buffers;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>Checks the form of OpenID Connect providers (ID-172, ID-173).</summary>
internal static class OidcRules
{
    private const string HexDigits = "0123456789abcdefABCDEF";

    private static readonly SearchValues<char> Hex = SearchValues.Create(HexDigits);

    /// <summary>Returns the URL without <c>https://</c>, which is the provider's name.</summary>
    public static string NameOf(string url) => url[OidcProvider.Scheme.Length..];

    public static void CheckUrl(ParameterCheck check, string? url)
    {
        if (!check.Require(url is not null, "Url", "is required", "ID-172"))
        {
            return;
        }

        if (url!.Length > 255 || !url.StartsWith(OidcProvider.Scheme, StringComparison.Ordinal) || !IsPlain(NameOf(url)))
        {
            check.Refuse(IamErrors.Invalid("Url must begin with https://, have no port, query or fragment, and be at most 255 characters long.", "ID-172"));
        }
    }

    public static void CheckClientIds(ParameterCheck check, ValueList<string> ids)
    {
        foreach (var id in ids)
        {
            if (check.Require(id is not null, "ClientID", "is required", "ID-173"))
            {
                check.Length(id!, "ClientID", 1, 255, "ID-173");
            }
        }
    }

    public static void CheckThumbprints(ParameterCheck check, ValueList<string> thumbprints)
    {
        foreach (var thumbprint in thumbprints)
        {
            check.Require(
                thumbprint is { Length: 40 } && !thumbprint.AsSpan().ContainsAnyExcept(Hex), "ThumbprintList", "must be 40 hexadecimal digits", "ID-173");
        }
    }

    /// <summary>Whether the name is a host name, optionally followed by a path, and nothing else.</summary>
    private static bool IsPlain(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? name : name[..slash];
        return host.Length > 0 && !host.AsSpan().ContainsAny(':', '@') && !name.AsSpan().ContainsAny('?', '#', '*') && !name.AsSpan().ContainsAnyExceptInRange('\x21', '\x7E')
            && Uri.CheckHostName(host) == UriHostNameType.Dns;
    }
}
