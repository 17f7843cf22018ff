using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>What operations on users' lesser credentials have in common.</summary>
internal static class CredentialRules
{
    public static void CheckStatus(ParameterCheck check, CredentialStatus status, string rule) =>
        check.Require(status is CredentialStatus.Active or CredentialStatus.Inactive, "Status", "must be Active or Inactive", rule);

    /// <summary>A credential that the owner has.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>.</exception>
    public static async ValueTask<T> GetAsync<T>(AdministrationWork work, ObjectKey key, CredentialOwner owner, string noun, string rule)
        where T : Credential
    {
        var found = string.IsNullOrEmpty(key.Id) ? null : await work.FindAsync<T>(key).ConfigureAwait(false);
        return found?.Owner == owner.Key ? found : throw new IamException(IamErrorCode.NoSuchEntity, $"The {noun} with id {key.Id} cannot be found.", rule);
    }
}
