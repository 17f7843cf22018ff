namespace IamCore.Credentials.Passwords;

/// <summary>The result of comparing a password with a stored hash.</summary>
public enum PasswordMatch : byte
{
    /// <summary>The password does not match.</summary>
    None,

    /// <summary>The password matches, but the hash has outdated parameters and should be replaced.</summary>
    Outdated,

    /// <summary>The password matches.</summary>
    Current,
}
