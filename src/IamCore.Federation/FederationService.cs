using IamCore.Federation.Saml;
using IamCore.Federation.WebIdentity;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;

namespace IamCore.Federation;

/// <summary>
/// Lets people and programs that an identity provider knows assume roles: nobody is given a key, and no user is made. Proofs are checked against the providers
/// registered in the role's account; the role's trust policy decides. Safe for any number of threads; keep one, since it keeps the providers' keys.
/// </summary>
public sealed class FederationService
{
    private readonly IamDirectory _directory;
    private readonly WebIdentityOperation _webIdentity;
    private readonly SamlOperation _saml;

    /// <summary>A service over a directory.</summary>
    /// <exception cref="InvalidOperationException">The options are wrong; the message names all such.</exception>
    public FederationService(IamDirectory directory, FederationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        Options = options ?? new();
        Options.Validate();
        _directory = directory;
        var time = directory.Options.TimeProvider;
        var roles = new FederatedRoleOperation(directory, new(directory.Store, directory.Options), new(directory));
        _webIdentity = new(roles, new(directory.Store, Options, time), new(Options, time));
        _saml = new(directory, roles, Options);
    }

    /// <summary>How proofs are checked.</summary>
    public FederationOptions Options { get; }

    /// <summary>A session of a role for the bearer of an OpenID Connect token (ST-053 to ST-060).</summary>
    /// <exception cref="IamException"><c>InvalidIdentityToken</c>, <c>ExpiredTokenException</c>, <c>IDPCommunicationError</c>, <c>IDPRejectedClaim</c>: the token is not taken.
    /// <c>AccessDenied</c>: the role does not trust its bearer, or is not there. <c>ValidationError</c> and the like: the parameters are wrong.</exception>
    public ValueTask<WebIdentityRole> AssumeRoleWithWebIdentityAsync(AssumeRoleWithWebIdentity request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _webIdentity.RunAsync(request, cancellationToken);
    }

    /// <summary>A session of a role for the bearer of a SAML assertion (ST-063 to ST-073).</summary>
    /// <exception cref="IamException"><c>InvalidIdentityToken</c>, <c>ExpiredTokenException</c>: the assertion is not taken. <c>AccessDenied</c>: it does not offer the role,
    /// or the role does not trust its bearer, or is not there. <c>ValidationError</c> and the like: the parameters are wrong.</exception>
    public ValueTask<SamlRole> AssumeRoleWithSamlAsync(AssumeRoleWithSaml request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _saml.AssumeAsync(request, cancellationToken);
    }

    /// <summary>A sign-in session for a person who comes from their identity provider, or the roles to choose from (ST-074). It lasts as long as the assertion says, not
    /// limited by the role.</summary>
    /// <exception cref="IamException">As <see cref="AssumeRoleWithSamlAsync"/>.</exception>
    public ValueTask<SamlSignIn> SignInWithSamlAsync(SignInWithSaml request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _saml.SignInAsync(request, cancellationToken);
    }

    /// <summary>The exchange that <see cref="CredentialProviderChain"/> makes of a token in a file (ST-114).</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="IamException">As <see cref="AssumeRoleWithWebIdentityAsync"/>.</exception>
    public async ValueTask<SessionCredentials> ExchangeAsync(WebIdentitySource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var token = await File.ReadAllTextAsync(source.File, cancellationToken).ConfigureAwait(false);
        var name = source.RoleSessionName ?? FormattableString.Invariant($"session-{_directory.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds()}");
        return (await AssumeRoleWithWebIdentityAsync(new(source.RoleArn, name, token.Trim()), cancellationToken).ConfigureAwait(false)).Credentials;
    }
}
