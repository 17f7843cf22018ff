namespace IamCore.Model;

/// <summary>Whether a credential can be used (CR-032). The default cannot.</summary>
public enum CredentialStatus : byte
{
    /// <summary>It is kept and counts towards quotas, but proves nothing.</summary>
    Inactive,

    /// <summary>It can be used.</summary>
    Active,

    /// <summary>Its time has passed; read only, never stored (CR-069).</summary>
    Expired,
}
