namespace IamCore.Policies.Linting;

/// <summary>Names of finding types in AWS's spelling.</summary>
public static class FindingTypeExtensions
{
    /// <summary><c>ERROR</c>, <c>SECURITY_WARNING</c>, <c>WARNING</c> or <c>SUGGESTION</c>.</summary>
    public static string ToWireName(this FindingType type) => type switch
    {
        FindingType.Error => "ERROR",
        FindingType.SecurityWarning => "SECURITY_WARNING",
        FindingType.Warning => "WARNING",
        _ => "SUGGESTION",
    };
}
