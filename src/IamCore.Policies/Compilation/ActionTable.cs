using System.Runtime.InteropServices;
using System.Text;

namespace IamCore.Policies.Compilation;

/// <summary>
/// The action lists of many statements. Statements with the same list are one class; an action is resolved to the set of classes whose
/// statements match it: one look-up for entries that name it, one match for each different pattern of its service.
/// </summary>
internal sealed class ActionTable
{
    private readonly ulong[] _always;
    private readonly Entry[] _literals;
    private readonly Entry[] _patterns;
    private readonly HashIndex _byLiteral;
    private readonly ulong[] _resolved;

    /// <summary>Gives each statement its class.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="service">Entries of other services are left out; null to take all.</param>
    /// <param name="classes">The class of each statement, from 0.</param>
    public ActionTable(CompiledStatement[] statements, string? service, out int[] classes)
    {
        classes = new int[statements.Length];
        var lists = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var entries = new Dictionary<string, EntryBuilder>(StringComparer.OrdinalIgnoreCase);
        var always = new List<int>();
        var key = new StringBuilder();
        for (var i = 0; i < statements.Length; i++)
        {
            var statement = statements[i];
            key.Clear().Append(statement.IsNotAction ? '!' : '=');
            for (var e = 0; e < statement.Actions.Count; e++)
            {
                ref readonly var entry = ref statement.Actions[e];
                if (service is null || entry.Service.Equals(service, StringComparison.OrdinalIgnoreCase))
                {
                    key.Append(' ').Append(entry.Text);
                }
            }

            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key.ToString(), out var isKnown);
            if (!isKnown)
            {
                number = lists.Count - 1;
                AddClass(statement, service, number, entries, always);
            }

            classes[i] = number;
        }

        Words = (lists.Count + 63) / 64;
        _always = new ulong[Words];
        foreach (var number in always)
        {
            Set(_always, number);
        }

        var all = entries.Values.Select(e => e.Build()).ToArray();
        _literals = Array.FindAll(all, e => e.Action.Kind == ActionEntryKind.Literal);
        _patterns = Array.FindAll(all, e => e.Action.Kind != ActionEntryKind.Literal);
        _byLiteral = new HashIndex(Array.ConvertAll(_literals, e => ActionName.HashOf(e.Action.Text)));
        _resolved = Words == 1 ? Array.ConvertAll(_literals, Resolve) : [];
    }

    /// <summary>Number of words that a set of classes takes.</summary>
    public int Words { get; }

    /// <summary>Sets the bits of the classes that match; false where there are none.</summary>
    public bool TryResolve(in ActionName action, Span<ulong> matched)
    {
        if (_resolved.Length > 0)
        {
            for (var i = _byLiteral.First(action.Hash); i >= 0; i = _byLiteral.Next(i))
            {
                if (_literals[i].Action.IsMatch(in action))
                {
                    matched[0] = _resolved[i];
                    return matched[0] != 0;
                }
            }
        }

        return TryResolveByPatterns(in action, matched);
    }

    /// <summary>The classes of an action that an entry names, where all fit in one word: its patterns are tried once, here.</summary>
    private ulong Resolve(Entry literal)
    {
        Span<ulong> matched = stackalloc ulong[1];
        return TryResolveByPatterns(ActionName.Parse(literal.Action.Text), matched) ? matched[0] : 0;
    }

    private bool TryResolveByPatterns(in ActionName action, Span<ulong> matched)
    {
        _always.CopyTo(matched);
        for (var i = _byLiteral.First(action.Hash); i >= 0; i = _byLiteral.Next(i))
        {
            Apply(in _literals[i], in action, matched);
        }

        foreach (ref readonly var pattern in _patterns.AsSpan())
        {
            Apply(in pattern, in action, matched);
        }

        return matched.ContainsAnyExcept(0UL);
    }

    private static void Apply(in Entry entry, in ActionName action, Span<ulong> matched)
    {
        if (!entry.Action.IsMatch(in action))
        {
            return;
        }

        foreach (var number in entry.Adds)
        {
            Set(matched, number);
        }

        foreach (var number in entry.Removes)
        {
            matched[number >> 6] &= ~(1UL << number);
        }
    }

    private static void AddClass(
        CompiledStatement statement, string? service, int number, Dictionary<string, EntryBuilder> entries, List<int> always)
    {
        if (statement.IsNotAction)
        {
            always.Add(number);
        }

        for (var i = 0; i < statement.Actions.Count; i++)
        {
            ref readonly var entry = ref statement.Actions[i];
            if (entry.Kind == ActionEntryKind.All && !statement.IsNotAction)
            {
                always.Add(number);
            }
            else if (service is null || entry.Service.Equals(service, StringComparison.OrdinalIgnoreCase))
            {
                ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, entry.Text, out _);
                builder ??= new EntryBuilder(entry);
                (statement.IsNotAction ? builder.Removes : builder.Adds).Add(number);
            }
        }
    }

    private static void Set(Span<ulong> set, int number) => set[number >> 6] |= 1UL << number;

    private readonly record struct Entry(ActionEntry Action, int[] Adds, int[] Removes);

    private sealed class EntryBuilder(ActionEntry action)
    {
        public List<int> Adds { get; } = [];

        public List<int> Removes { get; } = [];

        public Entry Build() => new(action, [.. Adds], [.. Removes]);
    }
}
