namespace IamCore.Policies.Linting;

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
