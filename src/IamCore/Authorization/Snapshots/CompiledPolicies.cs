using System.Collections.Concurrent;
using IamCore.Model;
using IamCore.Principals;

namespace IamCore.Authorization.Snapshots;

/// <summary>
/// Compiled documents, each compiled once per policy type for everyone it is attached to, and kept as long as somebody uses it.
/// </summary>
internal sealed class CompiledPolicies
{
    private const int FirstSweep = 1024;

    private readonly ConcurrentDictionary<SetKey, Entry> _sets = new();
    private int _sweepAt = FirstSweep;

    /// <summary>The number of sets remembered, including those already collected.</summary>
    public int Count => _sets.Count;

    /// <summary>Returns one set of all the documents, in order.</summary>
    /// <exception cref="DirectoryDamagedException">A document cannot be read.</exception>
    public PolicySet Get(PolicyType type, params ReadOnlySpan<AppliedPolicy> policies)
    {
        var keys = new PolicyKey[policies.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = policies[i].Key;
        }

        var key = new SetKey(type, [.. keys]);
        if (_sets.TryGetValue(key, out var entry) && entry.Set.TryGetTarget(out var set) && entry.IsOf(policies))
        {
            return set;
        }

        set = Compile(type, policies);
        _sets[key] = new Entry(new WeakReference<PolicySet>(set), TextsOf(policies));
        SweepWhenDue();
        return set;
    }

    private static PolicySet Compile(PolicyType type, ReadOnlySpan<AppliedPolicy> policies)
    {
        var named = new NamedPolicy[policies.Length];
        for (var i = 0; i < named.Length; i++)
        {
            var policy = policies[i];
            if (!policy.Document.TryRead(type, out var document, out var faults))
            {
                throw new DirectoryDamagedException(
                    policy.Key.Owner, $"The policy \"{policy.Name}\" of {policy.Origin} ({policy.Key.Owner}) cannot be read: {faults[0]}", faults);
            }

            named[i] = new NamedPolicy(document, policy.Name);
        }

        return PolicySet.Compile(type, named);
    }

    private static PolicyText[] TextsOf(ReadOnlySpan<AppliedPolicy> policies)
    {
        var texts = new PolicyText[policies.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = policies[i].Document;
        }

        return texts;
    }

    private void SweepWhenDue()
    {
        if (_sets.Count < Volatile.Read(ref _sweepAt))
        {
            return;
        }

        foreach (var (key, entry) in _sets)
        {
            if (!entry.Set.TryGetTarget(out _))
            {
                _sets.TryRemove(new KeyValuePair<SetKey, Entry>(key, entry));
            }
        }

        Volatile.Write(ref _sweepAt, Math.Max(FirstSweep, checked(_sets.Count * 2)));
    }

    private readonly record struct SetKey(PolicyType Type, ValueList<PolicyKey> Policies);

    private sealed record Entry(WeakReference<PolicySet> Set, PolicyText[] Texts)
    {
        /// <summary>
        /// Whether the documents still have the same text: guards against a store that changes one without a new revision.
        /// </summary>
        public bool IsOf(ReadOnlySpan<AppliedPolicy> policies)
        {
            for (var i = 0; i < policies.Length; i++)
            {
                if (!Texts[i].Equals(policies[i].Document))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
