namespace IamCore.Administration.Reports;

/// <summary>How fine a report of last-accessed data is.</summary>
public enum AccessGranularity : byte
{
    /// <summary>Services.</summary>
    ServiceLevel,

    /// <summary>Services and the actions used.</summary>
    ActionLevel,
}
