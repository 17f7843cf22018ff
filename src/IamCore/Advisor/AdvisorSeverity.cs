namespace IamCore.Advisor;

/// <summary>How much a finding matters, the least first.</summary>
public enum AdvisorSeverity : byte
{
    /// <summary>Worth knowing.</summary>
    Low,

    /// <summary>To be mended.</summary>
    Medium,

    /// <summary>To be mended at once.</summary>
    High,
}
