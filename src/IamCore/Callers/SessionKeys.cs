using IamCore.Credentials;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Callers;

/// <summary>
/// The context keys that a caller contributes to its requests (ST-027). Keys that follow from the principal alone are derived by the
/// evaluator
/// (EV-011).
/// </summary>
internal static class SessionKeys
{
    /// <param name="caller">The caller.</param>
    /// <param name="userId">The value of <c>aws:userid</c>.</param>
    /// <param name="account">The caller's account.</param>
    /// <param name="entityTags">The current tags of the user or role.</param>
    /// <param name="now">The time of the request.</param>
    public static RequestContext Of(Caller caller, string userId, AccountPolicies account, ValueList<Tag> entityTags, DateTimeOffset now)
    {
        var keys = new RequestContext { ["aws:userid"] = userId };
        AddOrganization(keys, account);
        var session = caller as Session;
        AddPrincipalTags(keys, entityTags, session);
        if (session is not null)
        {
            AddSession(keys, session, now);
        }

        return keys;
    }

    /// <summary>
    /// Returns the principal tags: those of the user or role, overridden by the session's tags ignoring case (ST-024, ST-091).
    /// </summary>
    public static Dictionary<string, string> PrincipalTagsOf(ValueList<Tag> entityTags, Session? session)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (session?.State.Kind == SessionKind.RootTask)
        {
            return tags;
        }

        foreach (var tag in entityTags)
        {
            tags[tag.Key] = tag.Value;
        }

        foreach (var tag in session?.State.Tags ?? [])
        {
            tags[tag.Key] = tag.Value;
        }

        return tags;
    }

    private static void AddPrincipalTags(RequestContext keys, ValueList<Tag> entityTags, Session? session)
    {
        foreach (var (key, value) in PrincipalTagsOf(entityTags, session))
        {
            keys[$"aws:PrincipalTag/{key}"] = value;
        }
    }

    private static void AddOrganization(RequestContext keys, AccountPolicies account)
    {
        if (account is { Organization: { } organization, OrganizationPath: { } path })
        {
            keys["aws:PrincipalOrgID"] = organization.Id;
            keys["aws:PrincipalOrgPaths"] = ContextValue.Many(path);
        }
    }

    private static void AddSession(RequestContext keys, Session session, DateTimeOffset now)
    {
        AddFrozen(keys, session);
        if (session.MultiFactorAuthTime is { } mfaTime)
        {
            keys["aws:MultiFactorAuthAge"] = Math.Max(0, (now - mfaTime).Ticks / TimeSpan.TicksPerSecond);
        }
    }

    /// <summary>Adds what was fixed when the session was issued, and the services through which it was forwarded.</summary>
    public static void AddFrozen(RequestContext keys, Session session)
    {
        var state = session.State;
        keys["aws:TokenIssueTime"] = ContextTime.Milliseconds(session.IssueTime);
        keys["aws:MultiFactorAuthPresent"] = session.MultiFactorAuthTime is not null;
        if (state.SourceIdentity is { } source)
        {
            keys["aws:SourceIdentity"] = source;
        }

        foreach (var key in state.Keys)
        {
            keys[key.Name] = key.Value;
        }

        if (state.Kind == SessionKind.RootTask)
        {
            keys["aws:AssumedRoot"] = true;
        }

        if (session.Forwarded is { } forwarded)
        {
            AddForwarding(keys, forwarded);
        }
    }

    private static void AddForwarding(RequestContext keys, ForwardedState forwarded)
    {
        keys["aws:ViaAWSService"] = true;
        if (forwarded.CalledVia.Count > 0)
        {
            keys["aws:CalledVia"] = ContextValue.Many(forwarded.CalledVia.AsSpan());
            keys["aws:CalledViaFirst"] = forwarded.CalledVia[0];
            keys["aws:CalledViaLast"] = forwarded.CalledVia[^1];
        }
    }
}
