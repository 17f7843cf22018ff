namespace IamCore.Credentials.Throttling;

/// <summary>The kinds of key that attempts are counted for.</summary>
public enum AttemptKind : byte
{
    /// <summary>A sign-in name of an account.</summary>
    Principal,

    /// <summary>Where attempts come from, for example an IP address.</summary>
    Source,

    /// <summary>An MFA device (CR-112).</summary>
    Device,
}
