using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Errors;

namespace IamCore.Sessions;

/// <summary>Creates and redeems the tokens with which a broker hands a session to a person's browser (ST-128 to ST-130).</summary>
internal sealed class SignInTokenOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>Creates a token that stands for a session until it is redeemed, for at most 15 minutes.</summary>
    public async ValueTask<string> CreateAsync(Session session, int? sessionSeconds, CancellationToken cancellationToken)
    {
        CheckKind(session);
        CheckDuration(session, sessionSeconds);
        _ = await callers.ResolveAsync(session, cancellationToken).ConfigureAwait(false);
        var now = directory.Options.TimeProvider.GetUtcNow();
        var end = sessionSeconds is { } seconds ? now.AddSeconds(seconds) : session.Expiration;
        return SealedState.Seal(directory.Credentials.Protector, SecretPurpose.SignIn, new()
        {
            Id = $"signin-{directory.Options.Random.Text(26, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}",
            Account = session.Account.ToString(),
            ExpiresAt = (now + TokenLife).ToUnixTimeMilliseconds(),
            Session = session.State with
            {
                ExpiresAt = end.ToUnixTimeMilliseconds(),
                // Names the session, so that revoking it revokes the redeemed session as well (ST-107).
                From = [.. session.State.From, session.AccessKeyId],
                IsConsole = true,
            },
        });
    }

    /// <summary>Returns the session of a token. It keeps the original time of issue, so that revocations still apply (ST-128).</summary>
    public async ValueTask<Session> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        if (!SealedState.TryOpen(directory.Credentials.Protector, SecretPurpose.SignIn, token, out var handle)
            || handle.Session is null
            || directory.Options.TimeProvider.GetUtcNow() >= handle.Expiration
            || !await SpentTokens.TrySpendAsync(directory, AccountId.Parse(handle.Account), handle.Id, handle.Expiration, cancellationToken).ConfigureAwait(false))
        {
            throw SignInFailure.Failed("ST-130");
        }

        return issuer.IssueAsDated(handle.Session);
    }

    private static void CheckKind(Session session)
    {
        var canBeExchanged = session.Forwarded is null && !session.State.IsConsole
            && session.State.Kind is SessionKind.AssumedRole or SessionKind.WebIdentityRole or SessionKind.SamlRole or SessionKind.FederatedUser;
        if (!canBeExchanged)
        {
            throw Denials.Restricted($"Credentials of kind {session.Kind} cannot be exchanged for a sign-in session.", "ST-128");
        }
    }

    /// <summary>
    /// Rejects a duration unless the session is of a role that was not chained; others last as long as their credentials (ST-129).
    /// </summary>
    private static void CheckDuration(Session session, int? seconds)
    {
        if (seconds is null)
        {
            return;
        }

        if (session.State.Kind == SessionKind.FederatedUser || session.State.ChainDepth > 0)
        {
            throw IamErrors.Validation("SessionDuration cannot be passed for these credentials.", "ST-129");
        }

        if (seconds is < 900 or > 43200)
        {
            throw IamErrors.Validation("SessionDuration must be between 900 and 43200.", "ST-129");
        }
    }
}
