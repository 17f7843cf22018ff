namespace IamCore.Model;

/// <summary>When the portal asks for a second factor (ST-154).</summary>
public enum PortalMfaMode : byte
{
    /// <summary>Where browser, device or place differ from one that the user marked as trusted.</summary>
    ContextAware,

    /// <summary>At every sign-in.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
