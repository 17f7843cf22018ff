using System.Collections.Concurrent;
using IamCore.Model;

namespace IamCore.Authorization.Snapshots;

/// <summary>The tags of a principal as values of <c>aws:PrincipalTag/…</c>.</summary>
internal sealed class PrincipalTags
{
    /// <summary>The prefix of these context keys, in lower case.</summary>
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

    /// <summary>
    /// Merges the tags of an entity with its session's tags, which take precedence (ST-024, ST-091); keys ignore case (ID-074).
    /// </summary>
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

    /// <summary>Most principals of a directory have the same few tag keys, so the keys are interned.</summary>
    private static ContextKey KeyOf(string tag) =>
        SharedKeys.TryGetValue(tag, out var known) ? known
        : SharedKeys.Count < MaxSharedKeys ? SharedKeys.GetOrAdd(tag, static t => ContextKey.Of(Prefix + t))
        : ContextKey.Of(Prefix + tag);
}
