namespace IamCore.Administration.Credentials;

/// <summary>The encoding of an SSH public key (CR-066).</summary>
public enum SshEncoding : byte
{
    /// <summary>The single-line format of OpenSSH.</summary>
    SSH,

    /// <summary>PEM with the label <c>PUBLIC KEY</c>.</summary>
    PEM,
}
