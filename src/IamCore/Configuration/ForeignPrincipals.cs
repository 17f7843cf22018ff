namespace IamCore.Configuration;

/// <summary>How users and roles of accounts that the directory does not contain are treated in trust policies (ID-113).</summary>
public enum ForeignPrincipals : byte
{
    /// <summary>The policy is rejected.</summary>
    Reject,

    /// <summary>The ARNs are stored as text and compared with the principal's ARN.</summary>
    Accept,
}
