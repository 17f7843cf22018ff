namespace IamCore.Credentials;

/// <summary>How far a sign-in has come, in the order in which states are reached (CR-026). The default is not at all.</summary>
public enum SignInStatus : byte
{
    /// <summary>Nobody is signed in.</summary>
    None,

    /// <summary>The password was right; a device must be shown.</summary>
    MfaRequired,

    /// <summary>Nothing can be done but changing the password.</summary>
    PasswordChangeRequired,

    /// <summary>A device must be enabled first (ID-040).</summary>
    MfaEnrolmentRequired,

    /// <summary>The principal is signed in.</summary>
    Complete,

    /// <summary>A code was sent by e-mail and must be shown; between password and what follows, in the access portal alone (ST-155).</summary>
    EmailOtpRequired,
}
