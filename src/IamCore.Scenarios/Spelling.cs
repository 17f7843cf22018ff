using IamCore.Policies;

namespace IamCore.Scenarios;

/// <summary>How decisions and policy types are spelled in scenario files and answers.</summary>
internal static class Spelling
{
    /// <summary><c>allow</c>, <c>explicitDeny</c> or <c>implicitDeny</c>.</summary>
    public static string Of(Decision decision) => decision switch
    {
        Decision.Allow => "allow",
        Decision.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    /// <summary>The member of <c>policies</c> that holds policies of this type, or <c>trust</c>.</summary>
    public static string Of(PolicyType type) => type switch
    {
        PolicyType.Identity => "identity",
        PolicyType.PermissionsBoundary => "permissionsBoundary",
        PolicyType.Session => "session",
        PolicyType.Resource => "resource",
        PolicyType.ServiceControl => "serviceControl",
        PolicyType.ResourceControl => "resourceControl",
        PolicyType.VpcEndpoint => "vpcEndpoint",
        PolicyType.Trust => "trust",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads the exact spelling of a decision.</summary>
    public static bool TryParse(string text, out Decision decision) => TryParse(text, Of, out decision);

    /// <summary>Reads the exact spelling of a policy type.</summary>
    public static bool TryParse(string text, out PolicyType type) => TryParse(text, Of, out type);

    private static bool TryParse<T>(string text, Func<T, string> spelling, out T result)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (spelling(value) == text)
            {
                result = value;
                return true;
            }
        }

        result = default;
        return false;
    }
}
