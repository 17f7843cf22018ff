using System.Collections.Concurrent;
using IamCore.Model;

namespace IamCore.Authorization.Snapshots;

/// <summary>The values of <c>aws:PrincipalTag/…</c>, ready to be asked for.</summary>
internal sealed class PrincipalTags
{
    /// <summary>What the names of these context keys begin with, in lower case.</summary>
    public const string Prefix = "aws:principaltag/";

    private const int MaxSharedKeys = 10_000;

    private static readonly ConcurrentDictionary<string, ContextKey> SharedKeys = new(StringComparer.Ordinal);

    private readonly ContextKey[] _keys;
    private readonly ContextValue[] _values;

    private PrincipalTags(ContextKey[] keys, ContextValue[] values)
    {
        _keys = keys;
        _values = values;
    }

    /// <summary>No tags.</summary>
    public static PrincipalTags None { get; } = new([], []);

    /// <summary>The tags of an entity, where they are not replaced by those of its session (ST-024, ST-091); letter case does not count (ID-074).</summary>
    public static PrincipalTags Of(ValueList<Tag> entity, ValueList<Tag> session)
    {
        if (entity.Count + session.Count == 0)
        {
            return None;
        }

        var tags = new Dictionary<ContextKey, ContextValue>(entity.Count + session.Count);
        foreach (var tag in (IEnumerable<Tag>)[.. entity, .. session])
        {
            tags[KeyOf(tag.Key)] = ContextValue.From(tag.Value);
        }

        return new PrincipalTags([.. tags.Keys], [.. tags.Values]);
    }

    public ContextValue Find(ContextKey key)
    {
        var keys = _keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Equals(key))
            {
                return _values[i];
            }
        }

        return default;
    }

    /// <summary>Few keys serve all principals of a directory.</summary>
    private static ContextKey KeyOf(string tag) =>
        SharedKeys.TryGetValue(tag, out var known) ? known
        : SharedKeys.Count < MaxSharedKeys ? SharedKeys.GetOrAdd(tag, static t => ContextKey.Of(Prefix + t))
        : ContextKey.Of(Prefix + tag);
}
