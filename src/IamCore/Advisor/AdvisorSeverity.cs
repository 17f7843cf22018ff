namespace IamCore.Advisor;

/// <summary>How serious a finding is, in ascending order.</summary>
public enum AdvisorSeverity : byte
{
    /// <summary>Worth knowing.</summary>
    Low,

    /// <summary>Should be fixed.</summary>
    Medium,

    /// <summary>Should be fixed immediately.</summary>
    High,
}
