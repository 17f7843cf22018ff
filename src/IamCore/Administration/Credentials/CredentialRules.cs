using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on users' other credentials.</summary>
internal static class CredentialRules
{
    public static void CheckStatus(ParameterCheck check, CredentialStatus status, string rule) =>
        check.Require(status is CredentialStatus.Active or CredentialStatus.Inactive, "Status", "must be Active or Inactive", rule);

    /// <summary>Returns a credential of the owner.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: the owner has no such credential.</exception>
    public static async ValueTask<T> GetAsync<T>(AdministrationWork work, ObjectKey key, CredentialOwner owner, string noun, string rule)
        where T : Credential
    {
        var found = string.IsNullOrEmpty(key.Id) ? null : await work.FindAsync<T>(key).ConfigureAwait(false);
        return found?.Owner == owner.Key ? found : throw new IamException(IamErrorCode.NoSuchEntity, $"The {noun} with id {key.Id} cannot be found.", rule);
    }
}
