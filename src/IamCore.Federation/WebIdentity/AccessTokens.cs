namespace IamCore.Federation.WebIdentity;

/// <summary>Verifies OAuth 2.0 access tokens of the two providers that issue them (ST-055).</summary>
internal sealed class AccessTokens(FederationOptions options, TimeProvider time)
{
    private const string Amazon = "www.amazon.com";
    private const string Facebook = "graph.facebook.com";

    public static bool IsProvider(string providerId) => providerId is Amazon or Facebook;

    /// <exception cref="IamException">The provider or its verifier does not accept the token.</exception>
    public async ValueTask<VerifiedToken> VerifyAsync(string providerId, string token, CancellationToken cancellationToken)
    {
        if (options.Find(providerId) is not { IsBuiltIn: true } settings)
        {
            throw TokenErrors.Invalid("The token's provider is not registered here.", "ID-175");
        }

        var identity = await AskAsync(providerId, token, cancellationToken).ConfigureAwait(false)
            ?? throw new IamException(IamErrorCode.IDPRejectedClaim, "The identity provider does not accept the token.", "ST-055");
        if (!((IEnumerable<string>)settings.Audiences).Contains(identity.ApplicationId, StringComparer.Ordinal))
        {
            throw TokenErrors.Invalid("Incorrect token audience", "ID-175");
        }

        var application = $"{providerId}:app_id";
        var user = $"{providerId}:{(providerId == Amazon ? "user_id" : "id")}";
        return new()
        {
            Provider = providerId,
            Issuer = providerId,
            Subject = identity.UserId,
            Audience = identity.ApplicationId,
            TrustKeys = [new(application, [identity.ApplicationId]), new(user, [identity.UserId])],
            SessionKeys = [new(application, [identity.ApplicationId]), new(user, [identity.UserId])],
        };
    }

    /// <summary>Asks the verifier, but waits no longer than the provider may take, whatever the verifier does.</summary>
    private async ValueTask<AccessTokenIdentity?> AskAsync(string providerId, string token, CancellationToken cancellationToken)
    {
        if (options.AccessTokenVerifier is not { } verifier)
        {
            throw TokenErrors.Invalid("Access tokens are not accepted here.", "ST-055");
        }

        using var timeout = new CancellationTokenSource(options.ProviderTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await verifier.VerifyAsync(providerId, token, either.Token).AsTask()
                .WaitAsync(options.ProviderTimeout, time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever the host's verifier throws, access is denied
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new IamException(IamErrorCode.IDPCommunicationError, "The identity provider could not be asked about the token.", "ST-055");
        }
    }
}
