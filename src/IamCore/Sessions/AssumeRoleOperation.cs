using System.Collections.Immutable;
using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Errors;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Sessions;

/// <summary>Performs <c>AssumeRole</c>; the order of its checks is part of the API (ST-032).</summary>
internal sealed class AssumeRoleOperation(IamDirectory directory, CallerResolver callers, SessionIssuer issuer)
{
    private const int ChainedMaximum = 3600;

    private const int MaxChainDepth = 20;

    private readonly MfaCodes _codes = new(directory.Store, directory.Credentials, directory.Options.TimeProvider);

    public async ValueTask<AssumedRole> RunAsync(Caller caller, AssumeRole input, CancellationToken cancellationToken)
    {
        Validate(input);
        CheckKind(caller);
        var session = caller as Session;
        var inherited = InheritedTags(session, input);
        var sourceIdentity = SourceIdentityOf(session, input);
        var mfaTime = await CheckCodeAsync(caller, input, cancellationToken).ConfigureAwait(false);
        var resolved = await callers.ResolveAsync(caller, cancellationToken).ConfigureAwait(false);
        // A role that does not exist and one that must not be assumed look alike to the caller, hence no reason (ST-010).
        var role = await callers.FindRoleAsync(input.RoleArn, cancellationToken).ConfigureAwait(false)
            ?? throw Denials.Decided(resolved.Arn, "sts:AssumeRole", input.RoleArn, default, "ST-010", showsReason: false);
        var isChained = session?.State.Kind.IsRole() == true;
        Decide(resolved, role, input, inherited, sourceIdentity, mfaTime, isChained);
        CheckLimits((IamRole)role.Entity, input, session, isChained);
        var policies = await SessionPolicies.FindAsync(directory, role.Account.Account, input.PolicyArns, cancellationToken).ConfigureAwait(false);
        var packed = SessionInput.PackedSize(input.Policy, input.PolicyArns, input.Tags, directory.Credentials.Options.PackedPolicyLimit);
        if (EmergencyUse.IsEmergency(role.Entity) || (resolved.Entity is { } own && EmergencyUse.IsEmergency(own)))
        {
            EmergencyUse.Record(directory, role.Entity.Account, "sts:AssumeRole", null);
        }

        var issued = issuer.Issue(TimeSpan.FromSeconds(input.DurationSeconds), StateOf(role, input, policies, inherited, sourceIdentity, session, mfaTime));
        return ResultOf(issued, role, packed);
    }

    public AssumedRole ResultOf(Session issued, PrincipalPolicies role, int? packed)
    {
        var entity = role.Entity;
        return new(
            issued,
            issuer.CredentialsOf(issued),
            $"arn:{entity.Partition}:sts::{entity.Account}:assumed-role/{entity.Name}/{issued.Name}",
            $"{entity.Id}:{issued.Name}",
            packed,
            issued.SourceIdentity);
    }

    private void Validate(AssumeRole input)
    {
        var check = new ParameterCheck(directory.Options.Quotas);
        SessionInput.RoleArn(check, input.RoleArn);
        SessionInput.RoleSessionName(check, input.RoleSessionName);
        check.Range(input.DurationSeconds, "DurationSeconds", 900, 43200, "ST-012");
        SessionInput.Policies(check, input.Policy, input.PolicyArns);
        SessionInput.Tags(check, input.Tags, input.TransitiveTagKeys);
        SessionInput.SourceIdentity(check, input.SourceIdentity);
        SessionInput.ExternalId(check, input.ExternalId);
        SessionInput.Mfa(check, input.SerialNumber, input.TokenCode);
        check.Throw();
    }

    /// <summary>Accepts users with a key, user sessions and role sessions (ST-031).</summary>
    private static void CheckKind(Caller caller)
    {
        if (caller.IsRoot)
        {
            throw Denials.Refused("Roles may not be assumed by root accounts.", "ID-033");
        }

        if (caller is Session session && (session.Forwarded is not null || session.State.Kind is not (SessionKind.User or SessionKind.SignIn) && !session.State.Kind.IsRole()))
        {
            throw Denials.Restricted($"Roles may not be assumed by a {session.Kind} session.", "ST-031");
        }
    }

    /// <summary>Returns the transitive tags of the calling session; passing one of them again is an error (ST-047).</summary>
    private static ImmutableArray<SessionTag> InheritedTags(Session? session, AssumeRole input)
    {
        var inherited = (session?.State.Tags ?? []).Where(tag => tag.IsTransitive).ToImmutableArray();
        foreach (var tag in input.Tags)
        {
            foreach (var other in inherited)
            {
                if (other.Key.Equals(tag.Key, StringComparison.OrdinalIgnoreCase))
                {
                    throw IamErrors.Validation($"The tag key {other.Key} is transitive and set by the calling session.", "ST-047");
                }
            }
        }

        return inherited;
    }

    /// <summary>Returns the source identity, which is set once in a chain; the same value may be passed again (ST-050).</summary>
    private static string? SourceIdentityOf(Session? session, AssumeRole input) =>
        session?.SourceIdentity is { } former && input.SourceIdentity is { } passed && passed != former
            ? throw Denials.Refused("The source identity of a session cannot be changed.", "ST-050")
            : input.SourceIdentity ?? session?.SourceIdentity;

    /// <summary>Returns the time at which a valid code was entered; null if none was passed (ST-033).</summary>
    private async ValueTask<DateTimeOffset?> CheckCodeAsync(Caller caller, AssumeRole input, CancellationToken cancellationToken)
    {
        if (input.SerialNumber is null)
        {
            return null;
        }

        return caller.Entity.Kind == ObjectKind.User
            && await _codes.TryUseAsync(caller.Account, caller.Entity, input.SerialNumber, input.TokenCode!, cancellationToken).ConfigureAwait(false)
            ? directory.Options.TimeProvider.GetUtcNow()
            : throw Denials.Refused("MultiFactorAuthentication failed with invalid MFA one time pass code.", "ST-033");
    }

    private void Decide(
        ResolvedCaller caller,
        PrincipalPolicies role,
        AssumeRole input,
        ImmutableArray<SessionTag> inherited,
        string? sourceIdentity,
        DateTimeOffset? mfaTime,
        bool isChained)
    {
        var keys = KeysOf(role.Entity, input, inherited, sourceIdentity, mfaTime);
        var assumption = new RoleAssumption(caller, role, keys, directory.Options.TimeProvider.GetUtcNow());
        assumption.Check();
        if (input.Tags.Count > 0 || inherited.Length > 0)
        {
            assumption.CheckTags();
        }

        if (sourceIdentity is not null)
        {
            assumption.CheckSourceIdentity(isChained);
        }
    }

    /// <summary>Returns the context keys (ST-034). A transitive tag replaces the role's own tag with the same key (ST-048).</summary>
    private static RequestContext KeysOf(
        IamEntity role, AssumeRole input, ImmutableArray<SessionTag> inherited, string? sourceIdentity, DateTimeOffset? mfaTime)
    {
        var keys = new RequestContext { ["sts:RoleSessionName"] = input.RoleSessionName };
        if (input.ExternalId is not null)
        {
            keys["sts:ExternalId"] = input.ExternalId;
        }

        if (sourceIdentity is not null)
        {
            keys["sts:SourceIdentity"] = sourceIdentity;
        }

        if (input.TransitiveTagKeys.Count > 0)
        {
            keys["sts:TransitiveTagKeys"] = ContextValue.Many(input.TransitiveTagKeys.AsSpan());
        }

        if (mfaTime is not null)
        {
            keys["aws:MultiFactorAuthPresent"] = true;
            keys["aws:MultiFactorAuthAge"] = 0;
        }

        RequestTags.Add(keys, input.Tags);
        foreach (var tag in role.Tags)
        {
            keys[$"iam:ResourceTag/{tag.Key}"] = tag.Value;
            var value = tag.Value;
            foreach (var other in inherited)
            {
                value = other.Key.Equals(tag.Key, StringComparison.OrdinalIgnoreCase) ? other.Value : value;
            }

            keys[$"aws:ResourceTag/{tag.Key}"] = value;
        }

        return keys;
    }

    private static void CheckLimits(IamRole role, AssumeRole input, Session? session, bool isChained)
    {
        if (input.DurationSeconds > role.MaxSessionDuration)
        {
            throw IamErrors.Validation("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.", "ST-012");
        }

        if (isChained && input.DurationSeconds > ChainedMaximum)
        {
            throw IamErrors.Validation("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.", "ST-046");
        }

        if (isChained && session!.State.ChainDepth + 1 > MaxChainDepth)
        {
            throw IamErrors.Validation("Too many roles are chained.", "ST-051");
        }
    }

    private SessionState StateOf(
        PrincipalPolicies role,
        AssumeRole input,
        ValueList<ObjectKey> policies,
        ImmutableArray<SessionTag> inherited,
        string? sourceIdentity,
        Session? session,
        DateTimeOffset? mfaTime)
    {
        var transitive = ((IEnumerable<string>)input.TransitiveTagKeys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var passed = ((IEnumerable<Tag>)input.Tags).Select(tag => new SessionTag(tag.Key, tag.Value ?? "", transitive.Contains(tag.Key)));
        var mfa = mfaTime ?? session?.MultiFactorAuthTime;
        return new()
        {
            Kind = SessionKind.AssumedRole,
            Account = role.Entity.Account.ToString(),
            EntityId = role.Entity.Id,
            Name = input.RoleSessionName,
            AccessKeyId = "",
            Secret = "",
            IssuedAt = 0,
            ExpiresAt = 0,
            SourceIdentity = sourceIdentity,
            Tags = [.. inherited, .. passed],
            Policy = input.Policy,
            ManagedPolicies = [.. ((IEnumerable<ObjectKey>)policies).Select(key => key.ToString())],
            MfaAt = directory.Credentials.Options.PropagateMfaToRoleSessions ? mfa?.ToUnixTimeMilliseconds() : null,
            Origin = session?.Kind ?? SessionKind.None,
            ChainDepth = session?.State.Kind.IsRole() == true ? session.State.ChainDepth + 1 : 0,
        };
    }
}
