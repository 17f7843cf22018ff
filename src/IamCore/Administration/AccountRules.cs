using IamCore.Model;

namespace IamCore.Administration;

/// <summary>Rules shared by the operations on accounts.</summary>
internal static class AccountRules
{
    /// <summary>Checks the length of an account name (ID-015).</summary>
    public static void CheckName(ParameterCheck check, string? name)
    {
        if (check.Require(name is not null, "Name", "is required", "ID-015"))
        {
            check.Length(name!, "Name", 1, 50, "ID-015");
        }
    }

    /// <summary>Checks the form of an e-mail address: text on both sides of an @ and no white space.</summary>
    public static void CheckEmail(ParameterCheck check, string? email)
    {
        if (check.Require(email is not null, "Email", "is required", "ID-015"))
        {
            check.Length(email!, "Email", 6, 64, "ID-015");
            var at = email!.LastIndexOf('@');
            check.Require(at > 0 && at < email.Length - 1 && !email.Any(char.IsWhiteSpace), "Email", "must be an e-mail address", "ID-015");
        }
    }

    /// <summary>Checks the form of an account alias (ID-019).</summary>
    public static void CheckAlias(ParameterCheck check, string? alias)
    {
        if (!check.Require(alias is not null, "AccountAlias", "is required", "ID-019"))
        {
            return;
        }

        check.Length(alias!, "AccountAlias", 3, 63, "ID-019");
        var isAlias = alias is [not '-', .., not '-'] && alias.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            && !alias.Contains("--", StringComparison.Ordinal);
        check.Require(isAlias, "AccountAlias", "must satisfy the pattern [a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]", "ID-019");
        check.Require(!AccountId.IsValid(alias), "AccountAlias", "must not be 12 digits", "ID-019");
    }

    /// <summary>Rejects an address that another account already uses (ID-015).</summary>
    public static async ValueTask CheckEmailFreeAsync(AdministrationWork work, string email, ObjectKey own, string rule)
    {
        if (await work.FindAsync<IamAccount>(DirectoryKeys.RootEmail(email)).ConfigureAwait(false) is { } other && other.Key != own)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "The e-mail address is in use by another account.", rule);
        }
    }

    /// <summary>Returns an account number that no account has or ever had (ID-018).</summary>
    public static async ValueTask<string> NewIdAsync(AdministrationWork work)
    {
        // Closed accounts stay in the store, so their numbers are found here and never given out again (ID-018).
        while (true)
        {
            var id = UniqueId.Account(work.Options.Random);
            if (await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, id)).ConfigureAwait(false) is null)
            {
                return id;
            }
        }
    }

    /// <summary>Returns the account operated on, including changes already made by this operation.</summary>
    public static async ValueTask<IamAccount> GetAsync(AdministrationWork work) =>
        (await work.FindAsync<IamAccount>(work.Account.Key).ConfigureAwait(false))!;

    /// <summary>Rejects a root-only task for everyone but root; the trusted façade is allowed (ID-038).</summary>
    public static void CheckRoot(AdministrationWork work, string action)
    {
        if (work.Caller is { Principal.Kind: not PrincipalKind.RootUser } caller)
        {
            throw new IamException(
                IamErrorCode.AccessDenied, $"User: {caller.Principal} is not authorized to perform: {action}: only the root user is", "ID-038");
        }
    }
}
