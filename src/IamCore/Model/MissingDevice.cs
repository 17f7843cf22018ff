namespace IamCore.Model;

/// <summary>What happens to users who need an MFA device and have none (ST-155).</summary>
public enum MissingDevice : byte
{
    /// <summary>They can sign in without one.</summary>
    Allow,

    /// <summary>They must register one first.</summary>
    RequireRegistration,

    /// <summary>They receive a code by e-mail.</summary>
    EmailOtp,

    /// <summary>They cannot sign in.</summary>
    Block,
}
