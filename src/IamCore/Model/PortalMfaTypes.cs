namespace IamCore.Model;

/// <summary>Kinds of device for the portal (ST-156).</summary>
[Flags]
public enum PortalMfaTypes
{
    /// <summary>None can be registered.</summary>
    None = 0,

    /// <summary>Apps that show codes.</summary>
    AuthenticatorApps = 1,

    /// <summary>Security keys, and authenticators built into devices.</summary>
    SecurityKeys = 2,

    /// <summary>Both.</summary>
    All = AuthenticatorApps | SecurityKeys,
}
