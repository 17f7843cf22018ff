namespace IamCore.Model;

/// <summary>Types of MFA devices for the portal (ST-156).</summary>
[Flags]
public enum PortalMfaTypes
{
    /// <summary>No device can be registered.</summary>
    None = 0,

    /// <summary>Authenticator apps.</summary>
    AuthenticatorApps = 1,

    /// <summary>Security keys and built-in authenticators.</summary>
    SecurityKeys = 2,

    /// <summary>All types.</summary>
    All = AuthenticatorApps | SecurityKeys,
}
