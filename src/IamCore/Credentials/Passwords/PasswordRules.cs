using System.Buffers;
using IamCore.Model;

namespace IamCore.Credentials.Passwords;

/// <summary>The characters allowed in passwords, and the rules that a password violates.</summary>
internal static class PasswordRules
{
    public const int MaxLength = 128;

    /// <summary>The number of previous passwords whose hashes are kept, whatever the policy (CR-011).</summary>
    public const int KeptHistory = 24;

    private const int DefaultLength = 8;

    private static readonly SearchValues<char> SymbolChars = SearchValues.Create("!@#$%^&*()_+-=[]{}|'");

    /// <summary>Whether a text is acceptable as a password at all (CR-009).</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> password)
    {
        foreach (var c in password)
        {
            if (c is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\u00FF')))
            {
                return false;
            }
        }

        return password.Length is >= 1 and <= MaxLength;
    }

    /// <summary>Returns the names of the parameters that are out of range; empty if the policy is valid (CR-005).</summary>
    public static IEnumerable<string> FindOutOfRange(AccountPasswordPolicy policy)
    {
        if (policy.MinimumPasswordLength is < 6 or > MaxLength)
        {
            yield return nameof(AccountPasswordPolicy.MinimumPasswordLength);
        }

        if (policy.MaxPasswordAge is < 0 or > 1095)
        {
            yield return nameof(AccountPasswordPolicy.MaxPasswordAge);
        }

        if (policy.PasswordReusePrevention is < 0 or > KeptHistory)
        {
            yield return nameof(AccountPasswordPolicy.PasswordReusePrevention);
        }
    }

    /// <summary>
    /// Returns the rules that a user's password violates, under the default policy if the account has none (CR-007, CR-008).
    /// </summary>
    public static IEnumerable<PasswordRule> FindBroken(AccountPasswordPolicy? policy, string password, IamAccount account) =>
        policy is null ? FindBrokenByDefault(password, account, anySymbol: false) : FindBrokenBy(policy, password, account);

    /// <summary>Returns the rules that a root user's password violates (ID-035).</summary>
    public static IEnumerable<PasswordRule> FindBrokenForRoot(string password, IamAccount account) =>
        FindBrokenByDefault(password, account, anySymbol: true);

    private static IEnumerable<PasswordRule> FindBrokenBy(AccountPasswordPolicy policy, string password, IamAccount account)
    {
        if (password.Length < policy.MinimumPasswordLength)
        {
            yield return PasswordRule.MinimumLength;
        }

        if (policy.RequireUppercaseCharacters && !password.AsSpan().ContainsAnyInRange('A', 'Z'))
        {
            yield return PasswordRule.UppercaseCharacters;
        }

        if (policy.RequireLowercaseCharacters && !password.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            yield return PasswordRule.LowercaseCharacters;
        }

        if (policy.RequireNumbers && !password.AsSpan().ContainsAnyInRange('0', '9'))
        {
            yield return PasswordRule.Numbers;
        }

        if (policy.RequireSymbols && !password.AsSpan().ContainsAny(SymbolChars))
        {
            yield return PasswordRule.Symbols;
        }

        if (IsNameOrEmail(password, account))
        {
            yield return PasswordRule.AccountNameOrEmail;
        }
    }

    private static IEnumerable<PasswordRule> FindBrokenByDefault(string password, IamAccount account, bool anySymbol)
    {
        if (password.Length < DefaultLength)
        {
            yield return PasswordRule.MinimumLength;
        }

        if (CountClasses(password, anySymbol) < 3)
        {
            yield return PasswordRule.CharacterClasses;
        }

        if (IsNameOrEmail(password, account))
        {
            yield return PasswordRule.AccountNameOrEmail;
        }
    }

    /// <summary>
    /// The fourth class is the symbols of the password policy (CR-005); for root users, everything but letters and digits (ID-035).
    /// </summary>
    private static int CountClasses(ReadOnlySpan<char> password, bool anySymbol)
    {
        var other = false;
        foreach (var c in password)
        {
            other |= anySymbol ? !char.IsAsciiLetterOrDigit(c) : SymbolChars.Contains(c);
        }

        return (password.ContainsAnyInRange('A', 'Z') ? 1 : 0) + (password.ContainsAnyInRange('a', 'z') ? 1 : 0)
            + (password.ContainsAnyInRange('0', '9') ? 1 : 0) + (other ? 1 : 0);
    }

    private static bool IsNameOrEmail(string password, IamAccount account) =>
        password.Equals(account.Name, StringComparison.OrdinalIgnoreCase) || password.Equals(account.Email, StringComparison.OrdinalIgnoreCase);
}
