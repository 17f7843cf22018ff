namespace IamCore.Model;

/// <summary>What becomes of users who should show a device and have none (ST-155).</summary>
public enum MissingDevice : byte
{
    /// <summary>They are let in.</summary>
    Allow,

    /// <summary>They register one first.</summary>
    RequireRegistration,

    /// <summary>They get a code by e-mail.</summary>
    EmailOtp,

    /// <summary>They are refused.</summary>
    Block,
}
