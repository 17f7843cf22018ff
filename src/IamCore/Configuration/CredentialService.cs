namespace IamCore.Configuration;

/// <summary>A service that users prove themselves to with credentials of its own (CR-068).</summary>
/// <param name="ServiceName">Its service principal, for example <c>codecommit.amazonaws.com</c>.</param>
public sealed record CredentialService(string ServiceName)
{
    /// <summary>Whether it takes API keys, which may have an age, instead of user name and password (CR-069).</summary>
    public bool TakesApiKeys { get; init; }

    /// <summary>The service part of the actions that such a credential is good for (CR-003).</summary>
    /// <value>the first label of the service's name, for example <c>codecommit</c></value>
    public string ActionService { get; init => field = value ?? ServiceName.Split('.')[0]; } = ServiceName.Split('.')[0];
}
