namespace IamCore.Sessions.Workloads;

/// <summary>
/// Where host code finds credentials, in this order: those it was given, the environment, a web identity token file, its workload's profile (ST-114).
/// Never in source code or resources.
/// </summary>
public sealed class CredentialProviderChain
{
    private readonly Func<string, string?> _environment;
    private readonly Func<WebIdentitySource, CancellationToken, ValueTask<SessionCredentials>>? _webIdentity;
    private readonly Func<CancellationToken, ValueTask<SessionCredentials>>? _workload;

    /// <summary>A chain.</summary>
    /// <param name="explicitCredentials">What was given; <see langword="null"/> for nothing.</param>
    /// <param name="webIdentity">Exchanges a web identity token for a role's credentials; <see langword="null"/> where that cannot be done here.</param>
    /// <param name="workload">The credentials of the workload that this process is; <see langword="null"/> where it is none.</param>
    /// <param name="environment">Reads a variable; the process's own by default.</param>
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

    /// <summary>The first credentials there are.</summary>
    /// <exception cref="InvalidOperationException">There are none, or a place holds them half.</exception>
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
            ? throw new InvalidOperationException("There are no credentials: none were given, none are in the environment, and this process is no workload")
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
