namespace IamCore.Model;

/// <summary>Whether a directory user can sign in (ST-133). The default cannot.</summary>
public enum DirectoryUserStatus : byte
{
    /// <summary>Cannot sign in, and gets no new credentials (ST-153).</summary>
    Disabled,

    /// <summary>Can sign in.</summary>
    Enabled,
}
