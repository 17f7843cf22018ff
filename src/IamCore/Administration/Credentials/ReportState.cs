namespace IamCore.Administration.Credentials;

/// <summary>How far the making of a report has come (CR-077). The default is not at all.</summary>
public enum ReportState : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It was just begun.</summary>
    Started,

    /// <summary>It is being made.</summary>
    InProgress,

    /// <summary>It can be read.</summary>
    Complete,
}
