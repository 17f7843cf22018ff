namespace IamCore.Administration.Credentials;

/// <summary>How a public key is written (CR-066).</summary>
public enum SshEncoding : byte
{
    /// <summary>OpenSSH's one line.</summary>
    SSH,

    /// <summary>PEM, <c>PUBLIC KEY</c>.</summary>
    PEM,
}
