namespace IamCore.Sessions.Workloads;

/// <summary>
/// Finds credentials for host code, in this order: explicit ones, environment variables, a web identity token file, the profile of the
/// workload (ST-114). Credentials do not belong in source code or resources.
/// </summary>
/// <example>
/// <code>
/// var chain = new CredentialProviderChain(new() { ExchangeWebIdentityAsync = federation.ExchangeAsync });
/// FoundCredentials credentials = await chain.FindAsync(cancellationToken);
/// </code>
/// </example>
public sealed class CredentialProviderChain
{
    private readonly CredentialProviderChainOptions _options;

    /// <summary>Creates a chain.</summary>
    /// <param name="options">The sources; <see langword="null"/> to read only the environment variables of the process.</param>
    public CredentialProviderChain(CredentialProviderChainOptions? options = null) => _options = options ?? new();

    /// <summary>Returns the first credentials found.</summary>
    /// <exception cref="InvalidOperationException">There are none, or a source contains only part of them.</exception>
    public async ValueTask<FoundCredentials> FindAsync(CancellationToken cancellationToken = default)
    {
        if (_options.Credentials is { } given)
        {
            return FoundCredentials.Of(given, "given");
        }

        if (FromEnvironment() is { } found)
        {
            return found;
        }

        if (_options.ExchangeWebIdentityAsync is { } exchange && WebIdentitySource.Of(_options.ReadEnvironment) is { } source)
        {
            return FoundCredentials.Of(await exchange(source, cancellationToken).ConfigureAwait(false), "web identity");
        }

        return _options.GetWorkloadCredentialsAsync is not { } workload
            ? throw new InvalidOperationException("No credentials were found: none were specified, none are in the environment, and this process is not a workload")
            : FoundCredentials.Of(await workload(cancellationToken).ConfigureAwait(false), "workload");
    }

    private FoundCredentials? FromEnvironment()
    {
        var (id, secret) = (NonEmpty("AWS_ACCESS_KEY_ID"), NonEmpty("AWS_SECRET_ACCESS_KEY"));
        return (id, secret) switch
        {
            (null, null) => null,
            (not null, not null) => new(id, secret, NonEmpty("AWS_SESSION_TOKEN"), null, "environment"),
            _ => throw new InvalidOperationException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must both be set, or neither"),
        };
    }

    private string? NonEmpty(string variable) => _options.ReadEnvironment(variable) is { Length: > 0 } value ? value : null;
}
