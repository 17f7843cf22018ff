namespace IamCore.Model;

/// <summary>When the portal prompts for a second factor (ST-154).</summary>
public enum PortalMfaMode : byte
{
    /// <summary>If the browser, device or location differs from those that the user marked as trusted.</summary>
    ContextAware,

    /// <summary>At every sign-in.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
