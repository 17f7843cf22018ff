namespace IamCore.Policies.Linting;

/// <summary>How an identity policy is attached, which decides its quota.</summary>
public enum PolicyAttachment : byte
{
    /// <summary>A managed policy.</summary>
    Managed,

    /// <summary>Inline in a user.</summary>
    InlineUser,

    /// <summary>Inline in a role.</summary>
    InlineRole,

    /// <summary>Inline in a group.</summary>
    InlineGroup,

    /// <summary>Inline, of what is not known: the largest of the three quotas.</summary>
    Inline,
}
