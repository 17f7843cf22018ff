namespace IamCore.Policies.Tests.Generation;

/// <summary>SplitMix64: cheap to seed, the same numbers from the same seed on every machine.</summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>.</summary>
    public int Next(int below) => (int)(NextBits() % (ulong)below);

    /// <summary>True in <paramref name="percent"/> of 100 cases.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>One of the values, each as likely.</summary>
    public T Of<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];

    private ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
