using System.Collections.Frozen;
using IamCore.Authorization.Snapshots;

namespace IamCore.Authorization;

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
    }.ToFrozenDictionary();

    public static EngineKey Of(ContextKey key) =>
        Known.TryGetValue(key, out var known) ? known
        : key.Name.StartsWith(PrincipalTags.Prefix, StringComparison.Ordinal) ? EngineKey.PrincipalTag
        : key.Owner == ContextKeyOwner.Session ? EngineKey.Session
        : EngineKey.None;
}
