namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>
/// The generator "mulberry32": 32 bits of state, the same stream for the same seed in every language. One stream a workload, so that a
/// change of one leaves the others as they are.
/// </summary>
internal sealed class RandomStream(long seed)
{
    private uint _state = unchecked((uint)seed);

    /// <summary>At least 0, less than 1, in steps of 2⁻³².</summary>
    public double Next()
    {
        unchecked
        {
            _state += 0x6D2B79F5;
            var t = _state;
            t = (t ^ (t >> 15)) * (t | 1);
            t ^= t + ((t ^ (t >> 7)) * (t | 61));
            return (t ^ (t >> 14)) / 4294967296.0;
        }
    }

    /// <summary>At least 0, less than <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.Floor(Next() * bound);

    public bool Chance(double probability) => Next() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Different items in the order drawn: <paramref name="count"/>, or all where there are fewer.</summary>
    public T[] Sample<T>(IEnumerable<T> items, int count)
    {
        var left = items.ToList();
        var drawn = new List<T>(count);
        while (drawn.Count < count && left.Count > 0)
        {
            var index = Below(left.Count);
            drawn.Add(left[index]);
            left.RemoveAt(index);
        }

        return [.. drawn];
    }
}
