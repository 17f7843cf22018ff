namespace IamCore.Model;

/// <summary>The status of an <see cref="AssignmentRequest"/>.</summary>
public enum AssignmentRequestStatus : byte
{
    /// <summary>Unknown.</summary>
    None,

    /// <summary>The request is being processed.</summary>
    InProgress,

    /// <summary>The request was fulfilled.</summary>
    Succeeded,

    /// <summary>The request failed; nothing was changed.</summary>
    Failed,
}
