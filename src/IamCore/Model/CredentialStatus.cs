namespace IamCore.Model;

/// <summary>The status of a credential (CR-032). The default value is inactive.</summary>
public enum CredentialStatus : byte
{
    /// <summary>The credential is kept and counts towards quotas, but is not accepted.</summary>
    Inactive,

    /// <summary>The credential can be used.</summary>
    Active,

    /// <summary>The credential has expired. Returned by queries, never stored (CR-069).</summary>
    Expired,
}
