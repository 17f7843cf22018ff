using System.Collections.Frozen;
using IamCore.Authorization.Snapshots;

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

/// <summary>Tells the keys apart.</summary>
internal static class EngineKeys
{
    /// <summary><c>aws:MultiFactorAuthPresent</c>.</summary>
    public static ContextKey MultiFactorPresent { get; } = ContextKey.Of("aws:MultiFactorAuthPresent");

    private static readonly FrozenDictionary<ContextKey, EngineKey> Known = new Dictionary<ContextKey, EngineKey>
    {
        [ContextKey.Of("aws:userid")] = EngineKey.UserId,
        [ContextKey.Of("aws:PrincipalOrgID")] = EngineKey.PrincipalOrganization,
        [ContextKey.Of("aws:PrincipalOrgPaths")] = EngineKey.PrincipalOrganizationPaths,
        [ContextKey.Of("aws:ResourceOrgID")] = EngineKey.ResourceOrganization,
        [ContextKey.Of("aws:ResourceOrgPaths")] = EngineKey.ResourceOrganizationPaths,
        [MultiFactorPresent] = EngineKey.MultiFactorPresent,
        [ContextKey.Of("aws:MultiFactorAuthAge")] = EngineKey.MultiFactorAge,
        [ContextKey.Of("aws:TokenIssueTime")] = EngineKey.Session,
        [ContextKey.Of("aws:SourceIdentity")] = EngineKey.Session,
        [ContextKey.Of("aws:FederatedProvider")] = EngineKey.Session,
        [ContextKey.Of("aws:AssumedRoot")] = EngineKey.Session,
    }.ToFrozenDictionary();

    public static EngineKey Of(ContextKey key) =>
        Known.TryGetValue(key, out var known) ? known
        : key.Name.StartsWith(PrincipalTags.Prefix, StringComparison.Ordinal) ? EngineKey.PrincipalTag
        : EngineKey.None;
}
