using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;

namespace IamCore.Sessions;

/// <summary>Creates and opens bearer tokens.</summary>
internal sealed class BearerTokens(IamDirectory directory, CallerResolver callers)
{
    private const int MinSeconds = 900;

    private const int MaxSeconds = 43_200;

    public async ValueTask<ServiceBearerToken> CreateAsync(Session session, string service, int durationSeconds, CancellationToken cancellationToken)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        check.Range(durationSeconds, "DurationSeconds", MinSeconds, MaxSeconds, "ST-096");
        check.Require(directory.Options.Services.Any(known => known.Principal == service), "ServicePrincipal", "must be a registered service", "ST-096");
        check.Throw();
        var resolved = await callers.ResolveAsync(session, cancellationToken).ConfigureAwait(false);
        var now = directory.Options.TimeProvider.GetUtcNow();
        var keys = new RequestContext { ["sts:AWSServiceName"] = service, ["sts:DurationSeconds"] = durationSeconds };
        CallerDecision.Check(resolved, "sts:GetServiceBearerToken", "*", keys, now, "ST-096");
        var end = now.AddSeconds(durationSeconds);
        end = end < session.Expiration ? end : session.Expiration;
        var id = AccessKeyMaterial.NewId("ABIA", directory.Options.Random);
        var token = SealedState.Seal(directory.Credentials.Protector, SecretPurpose.Bearer, new()
        {
            Id = id,
            Account = session.Account.ToString(),
            ExpiresAt = end.ToUnixTimeMilliseconds(),
            Owner = service,
            Session = session.State with
            {
                AccessKeyId = id,
                Secret = "",
                ExpiresAt = end.ToUnixTimeMilliseconds(),
                // Names the session, so that revoking the session revokes the token as well (ST-107).
                From = [.. session.State.From, session.AccessKeyId],
                IsConsole = true,
            },
        });
        return new(id, token, end);
    }

    /// <exception cref="IamException">
    /// <c>AuthenticationFailed</c>: altered, of another service or expired. <c>ExpiredToken</c>: its session was revoked.
    /// </exception>
    public async ValueTask<Session> OpenAsync(ServiceHandle service, string token, CancellationToken cancellationToken)
    {
        if (!SealedState.TryOpen(directory.Credentials.Protector, SecretPurpose.Bearer, token, out var state)
            || state.Owner != service.Service.Principal || state.Session is null || directory.Options.TimeProvider.GetUtcNow() >= state.Expiration)
        {
            throw SignInFailure.Failed("ST-096");
        }

        var session = new Session(state.Session, isExported: true);
        _ = await callers.ResolveAsync(session, cancellationToken).ConfigureAwait(false);
        return session;
    }
}
