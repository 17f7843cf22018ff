using IamCore.Federation.Saml;
using IamCore.Federation.WebIdentity;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;

namespace IamCore.Federation;

/// <summary>
/// Lets people and programs known to an identity provider assume roles, without keys or IAM users of their own. Proofs are verified
/// against the
/// providers registered in the role's account, and the role's trust policy decides. It is safe for concurrent use; keep one instance,
/// because
/// it caches the providers' keys.
/// </summary>
/// <example>
/// <code>
/// var federation = new FederationService(directory, new FederationOptions { KeySource = new DiscoveryKeySource(httpClient) });
/// WebIdentityRole role = await federation.AssumeRoleWithWebIdentityAsync(
///     new AssumeRoleWithWebIdentity("arn:aws:iam::123456789012:role/build", "build-42", idToken), cancellationToken);
/// SessionCredentials credentials = role.Credentials;
/// </code>
/// </example>
public sealed class FederationService
{
    private readonly IamDirectory _directory;
    private readonly WebIdentityOperation _webIdentity;
    private readonly SamlOperation _saml;

    /// <summary>Creates a service for a directory.</summary>
    /// <exception cref="InvalidOperationException">The options are invalid. The message lists everything that is wrong.</exception>
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

    /// <summary>How tokens and assertions are verified.</summary>
    public FederationOptions Options { get; }

    /// <summary>Returns a session of a role for the bearer of an OpenID Connect token (ST-053 to ST-060).</summary>
    /// <exception cref="IamException">
    /// <c>InvalidIdentityToken</c>, <c>ExpiredTokenException</c>, <c>IDPCommunicationError</c> or <c>IDPRejectedClaim</c>: the token is
    /// not accepted.
    /// <c>AccessDenied</c>: the role does not exist or does not trust the bearer. <c>ValidationError</c> and others: a parameter is
    /// invalid.
    /// </exception>
    public ValueTask<WebIdentityRole> AssumeRoleWithWebIdentityAsync(AssumeRoleWithWebIdentity request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _webIdentity.RunAsync(request, cancellationToken);
    }

    /// <summary>Returns a session of a role for the bearer of a SAML assertion (ST-063 to ST-073).</summary>
    /// <exception cref="IamException">
    /// <c>InvalidIdentityToken</c> or <c>ExpiredTokenException</c>: the assertion is not accepted. <c>AccessDenied</c>: the assertion does
    /// not offer
    /// the role, or the role does not exist or does not trust the bearer. <c>ValidationError</c> and others: a parameter is invalid.
    /// </exception>
    public ValueTask<SamlRole> AssumeRoleWithSamlAsync(AssumeRoleWithSaml request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _saml.AssumeAsync(request, cancellationToken);
    }

    /// <summary>
    /// Returns a sign-in session for a person who comes from their identity provider, or the roles to choose from (ST-074). The session
    /// lasts as
    /// long as the assertion says; the role's maximum does not apply.
    /// </summary>
    /// <exception cref="IamException">As for <see cref="AssumeRoleWithSamlAsync"/>.</exception>
    public ValueTask<SamlSignIn> SignInWithSamlAsync(SignInWithSaml request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _saml.SignInAsync(request, cancellationToken);
    }

    /// <summary>Exchanges a token in a file for credentials, on behalf of <see cref="CredentialProviderChain"/> (ST-114).</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="IamException">As for <see cref="AssumeRoleWithWebIdentityAsync"/>.</exception>
    public async ValueTask<SessionCredentials> ExchangeAsync(WebIdentitySource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var token = await File.ReadAllTextAsync(source.File, cancellationToken).ConfigureAwait(false);
        var name = source.RoleSessionName ?? FormattableString.Invariant($"session-{_directory.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds()}");
        return (await AssumeRoleWithWebIdentityAsync(new(source.RoleArn, name, token.Trim()), cancellationToken).ConfigureAwait(false)).Credentials;
    }
}
