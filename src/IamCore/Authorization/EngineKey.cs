namespace IamCore.Authorization;

/// <summary>
/// The context keys that the authorizer supplies itself, in addition to those the evaluator derives (ID-023, ID-079, ST-027).
/// </summary>
internal enum EngineKey : byte
{
    /// <summary>Any other key: looked up in the session, then in the host's context.</summary>
    None,

    /// <summary><c>aws:userid</c>.</summary>
    UserId,

    /// <summary><c>aws:PrincipalTag/…</c>.</summary>
    PrincipalTag,

    /// <summary><c>aws:PrincipalOrgID</c>.</summary>
    PrincipalOrganization,

    /// <summary><c>aws:PrincipalOrgPaths</c>.</summary>
    PrincipalOrganizationPaths,

    /// <summary><c>aws:ResourceOrgID</c>.</summary>
    ResourceOrganization,

    /// <summary><c>aws:ResourceOrgPaths</c>.</summary>
    ResourceOrganizationPaths,

    /// <summary><c>aws:MultiFactorAuthPresent</c>.</summary>
    MultiFactorPresent,

    /// <summary><c>aws:MultiFactorAuthAge</c>.</summary>
    MultiFactorAge,

    /// <summary>A key that only the session can supply.</summary>
    Session,
}
