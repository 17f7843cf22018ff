namespace IamCore.Credentials;

/// <summary>The status of a sign-in, in the order in which it is reached (CR-026).</summary>
public enum SignInStatus : byte
{
    /// <summary>Nobody is signed in.</summary>
    None,

    /// <summary>The password was correct; an MFA device must be used.</summary>
    MfaRequired,

    /// <summary>The password must be changed before anything else.</summary>
    PasswordChangeRequired,

    /// <summary>An MFA device must be enabled first (ID-040).</summary>
    MfaEnrolmentRequired,

    /// <summary>The principal is signed in.</summary>
    Complete,

    /// <summary>A code was sent by e-mail and must be entered. Only in the access portal, after the password (ST-155).</summary>
    EmailOtpRequired,
}
