namespace IamCore.Administration.Credentials;

/// <summary>The state of a report's generation (CR-077).</summary>
public enum ReportState : byte
{
    /// <summary>There is no report.</summary>
    None,

    /// <summary>Generation has just started.</summary>
    Started,

    /// <summary>The report is being generated.</summary>
    InProgress,

    /// <summary>The report can be read.</summary>
    Complete,
}
