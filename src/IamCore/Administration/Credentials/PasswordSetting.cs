using IamCore.Credentials.Passwords;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Sets passwords: form, rules, reuse and history (CR-009 to CR-011, ID-035).</summary>
internal static class PasswordSetting
{
    private const string GeneratedChars = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!@#$%^&*()_+-=";

    private const int GeneratedLength = 20;

    public static void CheckForm(ParameterCheck check, string? password, string parameter = "Password")
    {
        if (password is not null)
        {
            check.Require(PasswordRules.IsWellFormed(password), parameter, "must be 1 to 128 characters of the Latin-1 range", "CR-009");
        }
    }

    /// <summary>Returns a login profile with a new password; the previous one is added to the history.</summary>
    /// <exception cref="IamException"><c>PasswordPolicyViolation</c>: the password breaks the rules listed in the details.</exception>
    public static LoginProfile With(AdministrationWork work, CredentialOwner owner, LoginProfile? profile, string password, bool resetRequired)
    {
        var account = work.Account;
        var broken = (owner.IsRoot ? PasswordRules.FindBrokenForRoot(password, account) : PasswordRules.FindBroken(account.PasswordPolicy, password, account)).ToList();
        var hasher = work.Credentials.Options.PasswordHasher;
        if (!owner.IsRoot && profile is not null && IsReused(hasher, profile, password, account.PasswordPolicy?.PasswordReusePrevention ?? 0))
        {
            broken.Add(PasswordRule.Reuse);
        }

        if (broken.Count > 0)
        {
            throw new IamException(
                IamErrorCode.PasswordPolicyViolation,
                "Password does not conform to the account password policy.",
                [.. broken.Select(rule => new IamErrorDetail("CR-010", rule.ToString(), $"The password breaks the rule {rule}"))]);
        }

        return new()
        {
            Id = owner.Key.Id,
            Owner = owner.Key,
            Account = account.AccountId,
            CreateDate = profile?.CreateDate ?? work.Now,
            PasswordHash = hasher.Hash(password),
            PasswordVersion = (profile?.PasswordVersion ?? 0) + 1,
            PasswordLastChanged = work.Now,
            PasswordResetRequired = resetRequired,
            PasswordLastUsed = profile?.PasswordLastUsed,
            // Remembered even if reuse is allowed at present, because the policy may forbid it later (CR-011).
            FormerPasswords = profile is null
                ? ValueList<string>.Empty : [.. ((IEnumerable<string>)[profile.PasswordHash, .. profile.FormerPasswords]).Take(PasswordRules.KeptHistory)],
        };
    }

    /// <summary>Returns a random password that satisfies the account's rules (CR-018).</summary>
    public static string Generate(AdministrationWork work, CredentialOwner owner)
    {
        while (true)
        {
            var length = Math.Max(GeneratedLength, work.Account.PasswordPolicy?.MinimumPasswordLength ?? 0);
            var password = work.Options.Random.Text(length, GeneratedChars);
            if (password.AsSpan().ContainsAnyInRange('A', 'Z') && password.AsSpan().ContainsAnyInRange('a', 'z') && password.AsSpan().ContainsAnyInRange('0', '9')
                && !PasswordRules.FindBroken(work.Account.PasswordPolicy, password, work.Account).Any()
                && (!owner.IsRoot || !PasswordRules.FindBrokenForRoot(password, work.Account).Any()))
            {
                return password;
            }
        }
    }

    /// <summary>Whether the password is one of the last <paramref name="prevention"/>, including the current one (CR-011).</summary>
    private static bool IsReused(IPasswordHasher hasher, LoginProfile profile, string password, int prevention) =>
        ((IEnumerable<string>)[profile.PasswordHash, .. profile.FormerPasswords]).Take(prevention)
            .Any(hash => hasher.Verify(password, hash) != PasswordMatch.None);
}
