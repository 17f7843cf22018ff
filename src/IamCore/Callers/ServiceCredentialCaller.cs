using IamCore.Configuration;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>
/// A user authenticated with a service-specific credential, which is valid for that service only (CR-003, CR-067, CR-071).
/// </summary>
public sealed class ServiceCredentialCaller : Caller
{
    internal ServiceCredentialCaller(Credential credential, CredentialService service)
        : base(credential.Account, credential.Owner)
    {
        Credential = credential.Key;
        Service = service;
    }

    /// <summary>The service the credential is valid for.</summary>
    public CredentialService Service { get; }

    /// <summary>The key of the credential.</summary>
    public ObjectKey Credential { get; }

    /// <summary>Returns the key of the credential, never its secret.</summary>
    public override string ToString() => Credential.ToString();
}
