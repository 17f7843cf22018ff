namespace IamCore.Credentials.Throttling;

/// <summary>What attempts can be counted for.</summary>
public enum AttemptKind : byte
{
    /// <summary>A sign-in name of an account.</summary>
    Principal,

    /// <summary>The origin of attempts, for example an IP address.</summary>
    Source,

    /// <summary>An MFA device (CR-112).</summary>
    Device,
}
