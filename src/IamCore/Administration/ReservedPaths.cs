using IamCore.Errors;

namespace IamCore.Administration;

/// <summary>Paths under which only services and Identity Center create objects (ID-063).</summary>
internal static class ReservedPaths
{
    public const string ServiceLinked = "/aws-service-role/";

    private const string Reserved = "/aws-reserved/";

    public static void Check(string? path)
    {
        if (path is not null && (path.StartsWith(ServiceLinked, StringComparison.Ordinal) || path.StartsWith(Reserved, StringComparison.Ordinal)))
        {
            throw IamErrors.Invalid($"The path {path} is reserved.", "ID-063");
        }
    }
}
