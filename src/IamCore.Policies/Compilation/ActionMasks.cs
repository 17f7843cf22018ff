using System.Runtime.InteropServices;

namespace IamCore.Policies.Compilation;

/// <summary>The action entries of a few statements: an action is resolved to the candidates whose statements match it, one bit each.</summary>
internal sealed class ActionMasks
{
    private readonly ulong _always;
    private readonly Entry[] _literals;
    private readonly Entry[] _patterns;
    private readonly int[] _hashes;
    private readonly bool _isOneService;

    /// <param name="statements">The statements.</param>
    /// <param name="candidates">The candidates of each.</param>
    /// <param name="service">The service of every action that will be asked about; entries of others are left out. Null for any.</param>
    public ActionMasks(CompiledStatement[] statements, ulong[] candidates, string? service)
    {
        _isOneService = service is not null;
        var entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < statements.Length; i++)
        {
            _always |= statements[i].IsNotAction ? candidates[i] : 0;
            for (var e = 0; e < statements[i].Actions.Count; e++)
            {
                ref readonly var action = ref statements[i].Actions[e];
                if (action.Kind == ActionEntryKind.All && !statements[i].IsNotAction)
                {
                    _always |= candidates[i];
                    continue;
                }

                if (service is not null && !action.Service.Equals(service, StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, action.Text, out var isKnown);
                entry = isKnown ? entry : new Entry(action, 0, 0);
                entry = statements[i].IsNotAction
                    ? entry with { Removes = entry.Removes | candidates[i] }
                    : entry with { Adds = entry.Adds | candidates[i] };
            }
        }

        var all = entries.Values.ToArray();
        _patterns = Array.FindAll(all, e => e.Action.Kind != ActionEntryKind.Literal);
        _literals = Array.FindAll(all, e => e.Action.Kind == ActionEntryKind.Literal);
        _hashes = Array.ConvertAll(_literals, e => e.Action.Hash);
        foreach (ref var literal in _literals.AsSpan())
        {
            literal = literal with { Adds = (ByPatterns(ActionName.Parse(literal.Action.Text)) | literal.Adds) & ~literal.Removes };
        }
    }

    /// <summary>The candidates whose statements match the action (PL-065, PL-069).</summary>
    public ulong Resolve(in ActionName action)
    {
        for (var i = _hashes.AsSpan().IndexOf(action.Hash); i >= 0; i = Next(i, action.Hash))
        {
            if (_literals[i].Action.IsMatch(in action))
            {
                return _literals[i].Adds;
            }
        }

        return ByPatterns(in action);
    }

    private int Next(int number, int hash)
    {
        var found = _hashes.AsSpan(number + 1).IndexOf(hash);
        return found < 0 ? -1 : number + 1 + found;
    }

    private ulong ByPatterns(in ActionName action)
    {
        var adds = _always;
        ulong removes = 0;
        foreach (ref readonly var pattern in _patterns.AsSpan())
        {
            if (_isOneService ? pattern.Action.IsNameMatch(in action) : pattern.Action.IsMatch(in action))
            {
                adds |= pattern.Adds;
                removes |= pattern.Removes;
            }
        }

        return adds & ~removes;
    }

    /// <param name="Action">The entry.</param>
    /// <param name="Adds">The candidates of statements that list it; for a literal all that its action leads to.</param>
    /// <param name="Removes">The candidates of statements that except it.</param>
    private readonly record struct Entry(ActionEntry Action, ulong Adds, ulong Removes);
}
