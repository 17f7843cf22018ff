namespace IamCore.Policies.Linting;

/// <summary>Groups of checks (VA-002).</summary>
[Flags]
public enum RulePacks
{
    /// <summary>No check.</summary>
    None = 0,

    /// <summary>What holds for any service.</summary>
    Core = 1,

    /// <summary>What is tied to AWS's own services.</summary>
    Aws = 2,

    /// <summary>IamCore's own advice.</summary>
    Advice = 4,
}
