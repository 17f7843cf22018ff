namespace IamCore.Policies;

/// <summary>How grave a finding is (VA-011), gravest first.</summary>
public enum FindingType : byte
{
    /// <summary>The policy or the element cannot work as written.</summary>
    Error,

    /// <summary>Grants more than is safe.</summary>
    SecurityWarning,

    /// <summary>Departs from practice, not itself a risk.</summary>
    Warning,

    /// <summary>No effect on permissions.</summary>
    Suggestion,
}

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
