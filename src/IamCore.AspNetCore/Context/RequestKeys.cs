using System.Collections.Frozen;

namespace IamCore.AspNetCore.Context;

/// <summary>Tells the keys apart.</summary>
internal static class RequestKeys
{
    private const string ResourceTagPrefix = "aws:resourcetag/";

    private static readonly FrozenDictionary<ContextKey, KeySource> Known = new Dictionary<ContextKey, KeySource>
    {
        [ContextKey.Of("aws:SourceIp")] = KeySource.SourceIp,
        [ContextKey.Of("aws:SecureTransport")] = KeySource.SecureTransport,
        [ContextKey.Of("aws:UserAgent")] = KeySource.UserAgent,
        [ContextKey.Of("aws:referer")] = KeySource.Referer,
    }.ToFrozenDictionary();

    public static KeySource Of(ContextKey key) =>
        Known.TryGetValue(key, out var source) ? source
        : key.Name.StartsWith(ResourceTagPrefix, StringComparison.Ordinal) ? KeySource.ResourceTag
        : key.Owner is ContextKeyOwner.Principal or ContextKeyOwner.Request or ContextKeyOwner.Session or ContextKeyOwner.Service ? KeySource.Engine
        : KeySource.Host;

    /// <summary>The tag that a key asks for.</summary>
    public static ReadOnlySpan<char> TagOf(ContextKey key) => key.Name.AsSpan(ResourceTagPrefix.Length);
}
