namespace IamCore.Sessions.Workloads;

/// <summary>The sources of a <see cref="CredentialProviderChain"/>.</summary>
public sealed record CredentialProviderChainOptions
{
    /// <summary>The explicit credentials, which come first; <see langword="null"/> for none.</summary>
    public SessionCredentials? Credentials { get; init; }

    /// <summary>Exchanges a web identity token for a role's credentials; <see langword="null"/> if that is not supported.</summary>
    public Func<WebIdentitySource, CancellationToken, ValueTask<SessionCredentials>>? ExchangeWebIdentityAsync { get; init; }

    /// <summary>Returns the credentials of the workload that this process is; <see langword="null"/> if it is none.</summary>
    public Func<CancellationToken, ValueTask<SessionCredentials>>? GetWorkloadCredentialsAsync { get; init; }

    /// <summary>Reads an environment variable.</summary>
    /// <value>Reads the variables of the process.</value>
    public Func<string, string?> ReadEnvironment { get; init; } = Environment.GetEnvironmentVariable;
}
