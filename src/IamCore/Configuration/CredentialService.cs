namespace IamCore.Configuration;

/// <summary>A service for which users can have service-specific credentials (CR-068).</summary>
/// <param name="ServiceName">The service principal, for example <c>codecommit.amazonaws.com</c>.</param>
public sealed record CredentialService(string ServiceName)
{
    /// <summary>Whether the service uses API keys, which can expire, instead of user names and passwords (CR-069).</summary>
    public bool TakesApiKeys { get; init; }

    /// <summary>The service prefix of the actions that such a credential can be used for (CR-003).</summary>
    /// <value>The first label of the service principal, for example <c>codecommit</c>.</value>
    public string ActionService { get; init => field = value ?? ServiceName.Split('.')[0]; } = ServiceName.Split('.')[0];
}
