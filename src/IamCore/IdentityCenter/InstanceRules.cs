using IamCore.Administration;

namespace IamCore.IdentityCenter;

/// <summary>Rules for the settings of an instance.</summary>
internal static class InstanceRules
{
    public const string Hex = "0123456789abcdef";

    public static void CheckUrl(ParameterCheck check, string? url) => check.Require(
        url is null || (url.Length <= 1024 && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "https" or "http"),
        "PortalUrl", "must be an absolute address", "ST-137");
}
