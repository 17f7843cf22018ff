namespace IamCore.Policies;

/// <summary>What a matching statement does (PL-030).</summary>
public enum Effect : byte
{
    /// <summary>Denies, whatever else matches (EV-021).</summary>
    Deny,

    /// <summary>Allows, unless something denies.</summary>
    Allow,
}
