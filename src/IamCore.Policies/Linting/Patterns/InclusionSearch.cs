namespace IamCore.Policies.Linting.Patterns;

/// <summary>
/// Decides whether a pattern is included in a union of patterns: searches for a text of the inner one that leads all outer ones nowhere. A
/// state is a position of the inner pattern with the set of positions the outer ones may be at, as in the subset construction (AN-030).
/// </summary>
internal sealed class InclusionSearch
{
    /// <summary>Stands for every character that no pattern names.</summary>
    private const int OtherLetter = int.MaxValue;

    private readonly int[] _outer;
    private readonly int[] _starts;
    private readonly int[] _inner;
    private readonly int[] _letters;
    private readonly int _maxStates;
    private readonly int _words;
    private readonly WorkBudget _budget;
    private readonly HashSet<State> _seen = [];
    private readonly Stack<State> _open = new();

    /// <summary>Prepares the search. The end of each outer pattern is the position after its symbols.</summary>
    public InclusionSearch(ReadOnlySpan<GlobPattern> outer, GlobPattern inner, int maxStates, WorkBudget budget)
    {
        var symbols = new List<int>();
        _starts = new int[outer.Length];
        for (var i = 0; i < outer.Length; i++)
        {
            _starts[i] = symbols.Count;
            symbols.AddRange(outer[i].Symbols);
            symbols.Add(End);
        }

        _outer = [.. symbols];
        _inner = inner.Symbols.ToArray();
        _maxStates = maxStates;
        _budget = budget;
        _words = (_outer.Length + 63) / 64;
        _letters = [.. symbols.Where(s => s >= 0).Distinct(), OtherLetter];
    }

    /// <summary>Marks the end of an outer pattern; no symbol of a pattern has this value.</summary>
    private const int End = int.MinValue;

    /// <summary>Whether no counterexample exists; false also where the search was cut short.</summary>
    public bool Holds()
    {
        var first = new ulong[_words];
        foreach (var start in _starts)
        {
            Enter(first, start);
        }

        if (!TryOpen(0, first))
        {
            return false;
        }

        while (_open.TryPop(out var state))
        {
            if (!TryExpand(state))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes on from a state; false where a counterexample is found or the bounds are reached.</summary>
    private bool TryExpand(State state)
    {
        if (state.Position == _inner.Length)
        {
            return Accepts(state.Positions);
        }

        var symbol = _inner[state.Position];
        switch (symbol)
        {
            case PatternSymbols.AnyRun:
                return TryOpen(state.Position + 1, state.Positions) && TryEachLetter(state, state.Position);
            case PatternSymbols.AnyOne:
                return TryEachLetter(state, state.Position + 1);
            default:
                return TryStep(state, symbol, state.Position + 1);
        }
    }

    private bool TryEachLetter(State state, int next)
    {
        foreach (var letter in _letters)
        {
            if (!TryStep(state, letter, next))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryStep(State state, int letter, int next)
    {
        if (!_budget.TryTake(_words + 1L))
        {
            return false;
        }

        var after = new ulong[_words];
        for (var word = 0; word < _words; word++)
        {
            for (var bits = state.Positions[word]; bits != 0; bits &= bits - 1)
            {
                var position = (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(bits);
                var symbol = _outer[position];
                if (symbol == PatternSymbols.AnyRun)
                {
                    Enter(after, position);
                }
                else if (symbol == letter || (symbol == PatternSymbols.AnyOne && letter >= 0))
                {
                    Enter(after, position + 1);
                }
            }
        }

        return TryOpen(next, after);
    }

    /// <summary>Adds a position and those reached from it without a letter.</summary>
    private void Enter(ulong[] positions, int position)
    {
        positions[position / 64] |= 1UL << (position % 64);
        if (_outer[position] == PatternSymbols.AnyRun)
        {
            Enter(positions, position + 1);
        }
    }

    /// <summary>Queues a state not seen before. Nowhere to be is a counterexample: every position of the inner pattern leads to some text.</summary>
    private bool TryOpen(int position, ulong[] positions)
    {
        if (!positions.AsSpan().ContainsAnyExcept(0UL))
        {
            return false;
        }

        if (AcceptsEverything(positions))
        {
            return true;
        }

        var state = new State(position, positions);
        if (_seen.Add(state))
        {
            _open.Push(state);
        }

        return _seen.Count <= _maxStates;
    }

    private bool Accepts(ulong[] positions)
    {
        for (var i = 0; i < _outer.Length; i++)
        {
            if (_outer[i] == End && (positions[i / 64] & (1UL << (i % 64))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool AcceptsEverything(ulong[] positions)
    {
        for (var i = 0; i + 1 < _outer.Length; i++)
        {
            if (_outer[i] == PatternSymbols.AnyRun && _outer[i + 1] == End && (positions[i / 64] & (1UL << (i % 64))) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A position of the inner pattern with the positions of the outer ones.</summary>
    private readonly struct State(int position, ulong[] positions) : IEquatable<State>
    {
        public int Position { get; } = position;

        public ulong[] Positions { get; } = positions;

        public bool Equals(State other) => Position == other.Position && Positions.AsSpan().SequenceEqual(other.Positions);

        public override bool Equals(object? obj) => obj is State other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Position);
            foreach (var word in Positions)
            {
                hash.Add(word);
            }

            return hash.ToHashCode();
        }
    }
}
