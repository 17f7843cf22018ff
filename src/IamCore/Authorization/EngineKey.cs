namespace IamCore.Authorization;

/// <summary>The context keys that the authorizer answers itself, beside those the evaluator derives (ID-023, ID-079, ST-027).</summary>
internal enum EngineKey : byte
{
    /// <summary>Any other key: the session's, else the host's.</summary>
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

    /// <summary>A key that a session has or has not, and nobody else can claim.</summary>
    Session,
}
