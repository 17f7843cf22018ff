using IamCore.Policies.Requests;

namespace IamCore.Policies.Linting.Checks;

/// <summary>Names of identity providers in trust policies (VA-154).</summary>
internal static class Provider
{
    private const string OidcType = "oidc-provider/";

    /// <summary>Whether this is the ARN of a SAML provider.</summary>
    public static bool IsSaml(string text) => ResourceOf(text) is { } resource && HasName(resource, "saml-provider/");

    /// <summary>The host name, with its path, of an OIDC provider named by it or by its ARN; null for anything else.</summary>
    public static string? HostOf(string text)
    {
        if (ResourceOf(text) is { } resource)
        {
            return HasName(resource, OidcType) ? resource[OidcType.Length..] : null;
        }

        return IsHost(text) ? text : null;
    }

    private static bool HasName(string resource, string type) => resource.StartsWith(type, StringComparison.Ordinal) && resource.Length > type.Length;

    /// <summary>The resource field of an ARN of IAM with an account; null for other texts.</summary>
    private static string? ResourceOf(string text) =>
        Arn.TryParse(text, out var arn) && arn.Service is "iam" && AccountId.IsValid(arn.Account) && arn.Region.IsEmpty ? arn.Resource.ToString() : null;

    /// <summary>Labels with at least one dot, then a path where there is one.</summary>
    private static bool IsHost(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text.AsSpan() : text.AsSpan(0, slash);
        return PrincipalForms.IsServiceName(host) && !text.AsSpan().ContainsAny(' ', '\t');
    }
}
