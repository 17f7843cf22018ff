using System.Numerics;

namespace IamCore.AspNetCore.Templates;

/// <summary>
/// The resources of one template that were asked for lately, by the texts of the route values that name them. Bounded; each place keeps the latest of those
/// that fall on it. Safe for any number of threads.
/// </summary>
internal sealed class RecentResources
{
    private const int Places = 256;

    private readonly Entry?[] _entries = new Entry?[Places];

    /// <summary>The resource that the values, each in its own spelling, were seen to name.</summary>
    public bool TryFind(ReadOnlySpan<string> values, out ResourceName resource)
    {
        var entry = Volatile.Read(ref PlaceOf(values));
        if (entry is null || !values.SequenceEqual(entry.Values))
        {
            resource = default;
            return false;
        }

        resource = entry.Resource;
        return true;
    }

    public void Keep(ReadOnlySpan<string> values, in ResourceName resource) => Volatile.Write(ref PlaceOf(values), new(values.ToArray(), resource));

    private ref Entry? PlaceOf(ReadOnlySpan<string> values)
    {
        var hash = 0u;
        foreach (var value in values)
        {
            hash = BitOperations.RotateLeft(hash, 5) ^ unchecked((uint)value.GetHashCode(StringComparison.Ordinal));
        }

        return ref _entries[hash & (Places - 1)];
    }

    private sealed class Entry(string[] values, ResourceName resource)
    {
        public string[] Values { get; } = values;

        public ResourceName Resource { get; } = resource;
    }
}
