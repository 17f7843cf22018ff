namespace IamCore.Policies.Linting.Catalog;

/// <summary>Names of access levels in catalog documents (VA-203, VA-207).</summary>
internal static class AccessLevelNames
{
    public static AccessLevel? Parse(string? name) => name?.ToLowerInvariant() switch
    {
        "list" => AccessLevel.List,
        "read" => AccessLevel.Read,
        "write" => AccessLevel.Write,
        "tagging" => AccessLevel.Tagging,
        "permissions management" => AccessLevel.PermissionsManagement,
        _ => null,
    };

    public static string Write(AccessLevel level) =>
        level == AccessLevel.PermissionsManagement ? "Permissions management" : level.ToString();
}
