namespace IamCore;

/// <summary>Why a request was denied for a reason other than its policies.</summary>
public enum AccessReason : byte
{
    /// <summary>No such reason: the policies decided.</summary>
    None,

    /// <summary>The directory contains no such user, role or account, or it has been deleted.</summary>
    UnknownPrincipal,

    /// <summary>The principal's account is suspended or closed (ID-025, ID-026).</summary>
    AccountNotActive,

    /// <summary>
    /// The resource belongs to another partition than the principal's account, and that partition has accounts in this directory too
    /// (ID-070).
    /// </summary>
    OtherPartition,

    /// <summary>Only the root user of the resource's account may perform this action (ID-039).</summary>
    RootOnly,

    /// <summary>The account's root usage guard blocks its root user (ID-040).</summary>
    RootGuard,
}
