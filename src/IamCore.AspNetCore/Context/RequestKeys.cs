using System.Collections.Frozen;

namespace IamCore.AspNetCore.Context;

/// <summary>Tells the keys apart.</summary>
internal static class RequestKeys
{
    private const string ResourceTagPrefix = "aws:resourcetag/";

    private const string PrincipalPrefix = "aws:principal";

    private static readonly FrozenDictionary<ContextKey, KeySource> Known = new Dictionary<ContextKey, KeySource>
    {
        [ContextKey.Of("aws:SourceIp")] = KeySource.SourceIp,
        [ContextKey.Of("aws:SecureTransport")] = KeySource.SecureTransport,
        [ContextKey.Of("aws:UserAgent")] = KeySource.UserAgent,
        [ContextKey.Of("aws:referer")] = KeySource.Referer,
        [ContextKey.Of("aws:username")] = KeySource.Engine,
        [ContextKey.Of("aws:userid")] = KeySource.Engine,
        [ContextKey.Of("aws:CurrentTime")] = KeySource.Engine,
        [ContextKey.Of("aws:EpochTime")] = KeySource.Engine,
        [ContextKey.Of("aws:ResourceAccount")] = KeySource.Engine,
        [ContextKey.Of("aws:MultiFactorAuthPresent")] = KeySource.Engine,
        [ContextKey.Of("aws:MultiFactorAuthAge")] = KeySource.Engine,
        [ContextKey.Of("aws:TokenIssueTime")] = KeySource.Engine,
        [ContextKey.Of("aws:SourceIdentity")] = KeySource.Engine,
        [ContextKey.Of("aws:FederatedProvider")] = KeySource.Engine,
        [ContextKey.Of("aws:AssumedRoot")] = KeySource.Engine,
        [ContextKey.Of("aws:ViaAWSService")] = KeySource.Engine,
        [ContextKey.Of("aws:CalledVia")] = KeySource.Engine,
        [ContextKey.Of("aws:CalledViaFirst")] = KeySource.Engine,
        [ContextKey.Of("aws:CalledViaLast")] = KeySource.Engine,
    }.ToFrozenDictionary();

    public static KeySource Of(ContextKey key) =>
        Known.TryGetValue(key, out var source) ? source
        : key.Name.StartsWith(ResourceTagPrefix, StringComparison.Ordinal) ? KeySource.ResourceTag
        : key.Name.StartsWith(PrincipalPrefix, StringComparison.Ordinal) ? KeySource.Engine
        : KeySource.Host;

    /// <summary>The tag that a key asks for.</summary>
    public static ReadOnlySpan<char> TagOf(ContextKey key) => key.Name.AsSpan(ResourceTagPrefix.Length);
}
