namespace IamCore.Administration.Reports;

/// <summary>The level of detail of a report about last-accessed data.</summary>
public enum AccessGranularity : byte
{
    /// <summary>Services only.</summary>
    ServiceLevel,

    /// <summary>Services and the actions used.</summary>
    ActionLevel,
}
