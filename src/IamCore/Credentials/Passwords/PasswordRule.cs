namespace IamCore.Credentials.Passwords;

/// <summary>A rule of a password policy that a password violates (CR-010).</summary>
public enum PasswordRule : byte
{
    /// <summary>No rule.</summary>
    None,

    /// <summary>The password is shorter than the minimum length.</summary>
    MinimumLength,

    /// <summary>The password is longer than 128 characters.</summary>
    MaximumLength,

    /// <summary>The password has no upper-case letter.</summary>
    UppercaseCharacters,

    /// <summary>The password has no lower-case letter.</summary>
    LowercaseCharacters,

    /// <summary>The password has no digit.</summary>
    Numbers,

    /// <summary>The password has no symbol.</summary>
    Symbols,

    /// <summary>
    /// The password has fewer than three of upper-case letters, lower-case letters, digits and symbols (CR-007, ID-035).
    /// </summary>
    CharacterClasses,

    /// <summary>The password equals the account's name or e-mail address (CR-007, CR-008, ID-035).</summary>
    AccountNameOrEmail,

    /// <summary>The password was used before (CR-011).</summary>
    Reuse,
}
