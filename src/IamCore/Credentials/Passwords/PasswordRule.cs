namespace IamCore.Credentials.Passwords;

/// <summary>One broken rule of a password policy (CR-010).</summary>
public enum PasswordRule : byte
{
    /// <summary>No rule.</summary>
    None,

    /// <summary>Shorter than the policy demands.</summary>
    MinimumLength,

    /// <summary>Longer than 128 characters.</summary>
    MaximumLength,

    /// <summary>No upper-case letter.</summary>
    UppercaseCharacters,

    /// <summary>No lower-case letter.</summary>
    LowercaseCharacters,

    /// <summary>No digit.</summary>
    Numbers,

    /// <summary>No symbol.</summary>
    Symbols,

    /// <summary>Fewer than three of upper case, lower case, digit and symbol (CR-007, ID-035).</summary>
    CharacterClasses,

    /// <summary>Equal to the account's name or e-mail address (CR-007, CR-008, ID-035).</summary>
    AccountNameOrEmail,

    /// <summary>Used before (CR-011).</summary>
    Reuse,
}
