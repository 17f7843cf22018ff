using IamCore.Configuration;
using IamCore.Model;

namespace IamCore.Callers;

/// <summary>A user that proved itself with a credential of one service: it can do nothing elsewhere (CR-003, CR-067, CR-071).</summary>
public sealed class ServiceCredentialCaller : Caller
{
    internal ServiceCredentialCaller(Credential credential, CredentialService service)
        : base(credential.Account, credential.Owner)
    {
        Credential = credential.Key;
        Service = service;
    }

    /// <summary>The service it is good for.</summary>
    public CredentialService Service { get; }

    /// <summary>The credential.</summary>
    public ObjectKey Credential { get; }

    /// <summary>The credential.</summary>
    public override string ToString() => Credential.ToString();
}
