namespace IamCore;

/// <summary>What decided beside the policies. Each refuses.</summary>
public enum AccessReason : byte
{
    /// <summary>Nothing: the policies decided.</summary>
    None,

    /// <summary>The directory holds no such user, role or account, or no longer.</summary>
    UnknownPrincipal,

    /// <summary>The principal's account is suspended or closed (ID-025, ID-026).</summary>
    AccountNotActive,

    /// <summary>The resource is in the partition of another account than the principal's (ID-070).</summary>
    OtherPartition,

    /// <summary>Only the root user of the resource's account may do this (ID-039).</summary>
    RootOnly,

    /// <summary>The account guards its root user (ID-040).</summary>
    RootGuard,
}
