using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on the account's password policy.</summary>
internal static class PasswordPolicies
{
    public static async ValueTask<IamAccount> AccountAsync(AdministrationWork work) =>
        (await work.FindAsync<IamAccount>(work.Account.Key).ConfigureAwait(false))!;

    public static IamException None(AdministrationWork work) =>
        new(IamErrorCode.NoSuchEntity, $"The Password Policy with domain name {work.AccountId} cannot be found.", "CR-006");
}
