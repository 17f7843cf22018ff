namespace IamCore.Configuration;

/// <summary>What becomes of users and roles of accounts that an instance does not hold, named in a trust policy (ID-113).</summary>
public enum ForeignPrincipals : byte
{
    /// <summary>The policy is refused.</summary>
    Reject,

    /// <summary>They are kept as text and compared by ARN.</summary>
    Accept,
}
