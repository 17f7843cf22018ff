using System.Security.Cryptography;
using IamCore.Configuration;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on service-specific credentials.</summary>
internal static class ServiceCredentialRules
{
    /// <summary>33 bytes, which are 44 characters of Base64 (CR-068).</summary>
    private const int SecretBytes = 33;

    public static CredentialService ServiceOf(AdministrationWork work, string name)
    {
        foreach (var service in work.Credentials.Options.CredentialServices)
        {
            if (service.ServiceName == name)
            {
                return service;
            }
        }

        throw new IamException(IamErrorCode.NotSupportedService, $"The service {name} does not support service-specific credentials.", "CR-068");
    }

    public static ValueTask<List<ServiceSpecificCredential>> OfAsync(AdministrationWork work, CredentialOwner owner) =>
        work.ReferrersAsync<ServiceSpecificCredential>(ObjectKind.ServiceSpecificCredential, Relation.Credential, owner.Key);

    public static async ValueTask<(CredentialOwner Owner, ServiceSpecificCredential Credential)> GetAsync(AdministrationWork work, string? userName, string id)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-070").ConfigureAwait(false);
        var key = new ObjectKey(ObjectKind.ServiceSpecificCredential, id);
        return (owner, await CredentialRules.GetAsync<ServiceSpecificCredential>(work, key, owner, "service-specific credential", "CR-070").ConfigureAwait(false));
    }

    /// <summary>Authorizes on the user, with the service's name if the credential exists (ID-240).</summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string? userName, string id)
    {
        var found = string.IsNullOrEmpty(id) ? null : await work.FindAsync<ServiceSpecificCredential>(new ObjectKey(ObjectKind.ServiceSpecificCredential, id)).ConfigureAwait(false);
        var isOwn = found?.Account == work.AccountId;
        await CredentialOwner.AuthorizeAsync(
            work, action, userName, isOwn ? [new("iam:ServiceSpecificCredentialServiceName", found!.ServiceName)] : null).ConfigureAwait(false);
    }

    public static string NewSecret(AdministrationWork work)
    {
        Span<byte> bytes = stackalloc byte[SecretBytes];
        work.Options.Random.Fill(bytes);
        var secret = Convert.ToBase64String(bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return secret;
    }

    public static NewServiceSpecificCredential New(AdministrationWork work, CredentialOwner owner, ServiceSpecificCredential credential, string secret)
    {
        var isApiKey = IsApiKey(work, credential);
        return new(Describe(work, owner, credential), isApiKey ? null : secret, isApiKey ? secret : null);
    }

    public static ServiceSpecificCredentialDescription Describe(AdministrationWork work, CredentialOwner owner, ServiceSpecificCredential credential)
    {
        var isApiKey = IsApiKey(work, credential);
        return new(
            owner.UserName,
            credential.Id,
            credential.ServiceName,
            isApiKey ? null : credential.ServiceUserName,
            isApiKey ? credential.ServiceUserName : null,
            credential.StatusAt(work.Options.TimeProvider.GetUtcNow()),
            credential.CreateDate,
            credential.Expiration);
    }

    private static bool IsApiKey(AdministrationWork work, ServiceSpecificCredential credential) =>
        work.Credentials.Options.CredentialServices.Any(service => service.ServiceName == credential.ServiceName && service.TakesApiKeys);
}
