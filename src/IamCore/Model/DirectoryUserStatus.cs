namespace IamCore.Model;

/// <summary>Whether an Identity Center user can sign in (ST-133). The default value is disabled.</summary>
public enum DirectoryUserStatus : byte
{
    /// <summary>The user cannot sign in and receives no new credentials (ST-153).</summary>
    Disabled,

    /// <summary>The user can sign in.</summary>
    Enabled,
}
