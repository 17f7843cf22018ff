using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.Sessions;

/// <summary>Performs <c>GetSessionToken</c> and <c>GetFederationToken</c>: sessions that users and root obtain for themselves.</summary>
internal sealed class UserSessionOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    private const int DefaultSeconds = 43200;

    private const int MaxSeconds = 129_600;

    private const int RootSeconds = 3600;

    private readonly MfaCodes _codes = new(directory.Store, directory.Credentials, directory.Options.TimeProvider);

    /// <summary>
    /// Issues a session token. No permission is needed and no policy can deny it (ST-077), but root's guard can (ID-040).
    /// </summary>
    public async ValueTask<IssuedSession> RunAsync(Caller caller, GetSessionToken input, CancellationToken cancellationToken)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        check.Range(input.DurationSeconds, "DurationSeconds", 900, MaxSeconds, "ST-078");
        SessionInput.Mfa(check, input.SerialNumber, input.TokenCode);
        check.Throw();
        if (caller is not KeyCaller)
        {
            throw Denials.Restricted("Cannot call GetSessionToken with session credentials", "ST-076");
        }

        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        if (resolved.Account.Account.RootUsageGuard != RootUsageGuard.RequireMfa || input.SerialNumber is null)
        {
            RootRules.Check(resolved, resolved.Account.Account, ActionName.Parse("sts:GetSessionToken"), resolved.Arn); // A code would be the MFA the guard asks for.
        }

        long? mfaAt = null;
        if (input.SerialNumber is not null)
        {
            if (!await _codes.TryUseAsync(caller.Account, caller.Entity, input.SerialNumber, input.TokenCode!, cancellationToken).ConfigureAwait(false))
            {
                throw Denials.Refused("MultiFactorAuthentication failed with invalid MFA one time pass code.", "ST-079");
            }

            mfaAt = directory.Options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        }

        var session = issuer.Issue(DurationOf(caller, input.DurationSeconds), StateOf(caller, SessionKind.User) with { MfaAt = mfaAt });
        return new(session, issuer.CredentialsOf(session));
    }

    public async ValueTask<FederatedUser> RunAsync(Caller caller, GetFederationToken input, CancellationToken cancellationToken)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        SessionInput.FederatedName(check, input.Name);
        check.Range(input.DurationSeconds, "DurationSeconds", 900, MaxSeconds, "ST-087");
        SessionInput.Policies(check, input.Policy, input.PolicyArns);
        SessionInput.Tags(check, input.Tags, ValueList<string>.Empty);
        check.Throw();
        if (caller is not KeyCaller)
        {
            throw Denials.Restricted("Cannot call GetFederationToken with session credentials", "ST-085");
        }

        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        var arn = $"arn:{resolved.Partition}:sts::{caller.Account}:federated-user/{input.Name}";
        Check(resolved, "sts:GetFederationToken", arn, input.Tags);
        if (input.Tags.Count > 0)
        {
            Check(resolved, "sts:TagSession", arn, input.Tags);
        }

        var policies = await SessionPolicies.FindAsync(directory, resolved.Account.Account, input.PolicyArns, cancellationToken).ConfigureAwait(false);
        var packed = SessionInput.PackedSize(input.Policy, input.PolicyArns, input.Tags, directory.Credentials.Options.PackedPolicyLimit);
        var session = issuer.Issue(DurationOf(caller, input.DurationSeconds), StateOf(caller, SessionKind.FederatedUser) with
        {
            Name = input.Name,
            Policy = input.Policy,
            ManagedPolicies = [.. ((IEnumerable<ObjectKey>)policies).Select(key => key.ToString())],
            Tags = [.. ((IEnumerable<Tag>)input.Tags).Select(tag => new SessionTag(tag.Key, tag.Value ?? ""))],
        });
        return new(session, issuer.CredentialsOf(session), arn, $"{caller.Account}:{input.Name}", packed);
    }

    private void Check(ResolvedCaller caller, string action, string arn, ValueList<Tag> tags)
    {
        var keys = new RequestContext();
        RequestTags.Add(keys, tags);
        CallerDecision.Check(caller, action, arn, keys, directory.Options.TimeProvider.GetUtcNow(), "ST-085");
    }

    private static TimeSpan DurationOf(Caller caller, int? seconds) => TimeSpan.FromSeconds(
        caller.IsRoot ? Math.Min(seconds ?? RootSeconds, RootSeconds) : seconds ?? DefaultSeconds);

    private static SessionState StateOf(Caller caller, SessionKind kind) => new()
    {
        Kind = kind,
        Account = caller.Account.ToString(),
        EntityId = caller.IsRoot ? null : caller.Entity.Id,
        AccessKeyId = "",
        Secret = "",
        IssuedAt = 0,
        ExpiresAt = 0,
    };
}
