namespace IamCore.Model;

/// <summary>How far an <see cref="AssignmentRequest"/> is. The default is not known.</summary>
public enum AssignmentRequestStatus : byte
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Not done, and nothing changed.</summary>
    Failed,
}
