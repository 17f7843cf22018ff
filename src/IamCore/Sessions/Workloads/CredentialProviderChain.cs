namespace IamCore.Sessions.Workloads;

/// <summary>
/// Finds credentials for host code, in this order: explicit ones, environment variables, a web identity token file, the profile of the
/// workload
/// (ST-114). Credentials belong in none of source code and resources.
/// </summary>
public sealed class CredentialProviderChain
{
    private readonly Func<string, string?> _environment;
    private readonly Func<WebIdentitySource, CancellationToken, ValueTask<SessionCredentials>>? _webIdentity;
    private readonly Func<CancellationToken, ValueTask<SessionCredentials>>? _workload;

    /// <summary>Creates a chain.</summary>
    /// <param name="explicitCredentials">The explicit credentials; <see langword="null"/> for none.</param>
    /// <param name="webIdentity">
    /// Exchanges a web identity token for a role's credentials; <see langword="null"/> if that is not supported.
    /// </param>
    /// <param name="workload">Returns the credentials of the workload that this process is; <see langword="null"/> if it is none.</param>
    /// <param name="environment">Reads an environment variable. The default reads those of the process.</param>
    public CredentialProviderChain(
        SessionCredentials? explicitCredentials = null,
        Func<WebIdentitySource, CancellationToken, ValueTask<SessionCredentials>>? webIdentity = null,
        Func<CancellationToken, ValueTask<SessionCredentials>>? workload = null,
        Func<string, string?>? environment = null)
    {
        Explicit = explicitCredentials;
        _webIdentity = webIdentity;
        _workload = workload;
        _environment = environment ?? Environment.GetEnvironmentVariable;
    }

    private SessionCredentials? Explicit { get; }

    /// <summary>Returns the first credentials found.</summary>
    /// <exception cref="InvalidOperationException">There are none, or a source contains only part of them.</exception>
    public async ValueTask<FoundCredentials> FindAsync(CancellationToken cancellationToken = default)
    {
        if (Explicit is not null)
        {
            return new(Explicit.AccessKeyId, Explicit.SecretAccessKey, Explicit.SessionToken, Explicit.Expiration, "given");
        }

        if (FromEnvironment() is { } found)
        {
            return found;
        }

        if (_webIdentity is not null && WebIdentitySource.Of(_environment) is { } source)
        {
            return FoundCredentials.Of(await _webIdentity(source, cancellationToken).ConfigureAwait(false), "web identity");
        }

        return _workload is null
            ? throw new InvalidOperationException("No credentials were found: none were specified, none are in the environment, and this process is not a workload")
            : FoundCredentials.Of(await _workload(cancellationToken).ConfigureAwait(false), "workload");
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

    private string? NonEmpty(string variable) => _environment(variable) is { Length: > 0 } value ? value : null;
}
