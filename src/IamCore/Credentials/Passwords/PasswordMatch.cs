namespace IamCore.Credentials.Passwords;

/// <summary>How a password compares with a stored hash. The default is not at all.</summary>
public enum PasswordMatch : byte
{
    /// <summary>It is another password.</summary>
    None,

    /// <summary>It is the password, but the hash was made with outdated parameters and should be made anew.</summary>
    Outdated,

    /// <summary>It is the password.</summary>
    Current,
}
