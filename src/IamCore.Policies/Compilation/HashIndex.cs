using System.Numerics;

namespace IamCore.Policies.Compilation;

/// <summary>Numbers found by hash: chains in two arrays. The caller compares what a number stands for.</summary>
internal readonly struct HashIndex
{
    private readonly int[] _buckets;
    private readonly (int Hash, int Next)[] _links;

    /// <summary>Number <c>i</c> is found by <c>hashes[i]</c>.</summary>
    public HashIndex(ReadOnlySpan<int> hashes)
    {
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, hashes.Length * 2))];
        _links = new (int, int)[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            ref var bucket = ref _buckets[hashes[i] & (_buckets.Length - 1)];
            _links[i] = (hashes[i], bucket - 1);
            bucket = i + 1;
        }
    }

    /// <summary>The first number with this hash, or -1.</summary>
    public int First(int hash) => Find(_buckets[hash & (_buckets.Length - 1)] - 1, hash);

    /// <summary>The number after <paramref name="number"/> with the same hash, or -1.</summary>
    public int Next(int number) => Find(_links[number].Next, _links[number].Hash);

    private int Find(int number, int hash)
    {
        while (number >= 0 && _links[number].Hash != hash)
        {
            number = _links[number].Next;
        }

        return number;
    }
}
