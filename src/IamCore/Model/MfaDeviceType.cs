namespace IamCore.Model;

/// <summary>The types of MFA devices (CR-040).</summary>
public enum MfaDeviceType : byte
{
    /// <summary>No type.</summary>
    None,

    /// <summary>An authenticator app.</summary>
    Virtual,

    /// <summary>A hardware token that shows codes.</summary>
    HardwareTotp,

    /// <summary>A security key or passkey (CR-058).</summary>
    Fido,
}
