namespace IamCore.Policies;

/// <summary>Who supplies a context key. What a caller's session or a principal supplies, the host's context cannot set.</summary>
public enum ContextKeyOwner : byte
{
    /// <summary>The host, for example <c>aws:SourceIp</c> and the keys of its own services.</summary>
    Host,

    /// <summary>The engine, from the principal: <c>aws:PrincipalArn</c>, <c>aws:username</c> and others (EV-011).</summary>
    Principal,

    /// <summary>The engine, from the time and resource of the request: <c>aws:CurrentTime</c>, <c>aws:EpochTime</c>, <c>aws:ResourceAccount</c> (EV-012).</summary>
    Request,

    /// <summary>The caller's session and directory, for example <c>aws:TokenIssueTime</c>, <c>aws:PrincipalTag/…</c> and <c>saml:…</c> (ST-027, ST-028).</summary>
    Session,

    /// <summary>A service that calls, or forwards a principal's call: <c>aws:ViaAWSService</c>, <c>aws:CalledVia</c> and others (EV-014).</summary>
    Service,

    /// <summary>The operation that is asked for: its tags and parameters, for example <c>aws:RequestTag/…</c> and <c>sts:ExternalId</c> (EV-014).</summary>
    Operation,
}
