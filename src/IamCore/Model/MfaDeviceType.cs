namespace IamCore.Model;

/// <summary>Kinds of device (CR-040).</summary>
public enum MfaDeviceType : byte
{
    /// <summary>No kind.</summary>
    None,

    /// <summary>An authenticator app.</summary>
    Virtual,

    /// <summary>A token that shows codes.</summary>
    HardwareTotp,

    /// <summary>A security key or passkey (CR-058).</summary>
    Fido,
}
