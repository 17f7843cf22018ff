using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What the three have in common.</summary>
internal static class PasswordPolicies
{
    public static async ValueTask<IamAccount> AccountAsync(AdministrationWork work) =>
        (await work.FindAsync<IamAccount>(work.Account.Key).ConfigureAwait(false))!;

    public static IamException None(AdministrationWork work) =>
        new(IamErrorCode.NoSuchEntity, $"The Password Policy with domain name {work.AccountId} cannot be found.", "CR-006");
}
