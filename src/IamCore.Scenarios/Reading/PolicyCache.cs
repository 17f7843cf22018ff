namespace IamCore.Scenarios.Reading;

/// <summary>
/// Lines of JSON Lines often have identical policies, which are then parsed and compiled once. Holds the policies of a few lines and is
/// cleared when full, so
/// that memory does not grow with the input.
/// </summary>
internal sealed class PolicyCache
{
    private const int MaxCount = 64;
    private const int MaxLength = 256 * 1024;

    private readonly Dictionary<(int Hash, bool IsTrust), (byte[] Utf8, PolicyReading Reading)> _entries = [];

    /// <summary>What was kept for the same text, read in the same way; <see langword="null"/> where nothing was.</summary>
    public PolicyReading? Find(JsonNode node, bool isTrust) =>
        _entries.TryGetValue(KeyOf(node, isTrust), out var entry) && node.Utf8.SequenceEqual(entry.Utf8) ? entry.Reading : null;

    /// <summary>Keeps policies that have no errors.</summary>
    public void Keep(JsonNode node, bool isTrust, PolicyReading reading)
    {
        if (node.Utf8.Length > MaxLength)
        {
            return;
        }

        if (_entries.Count == MaxCount)
        {
            _entries.Clear();
        }

        _entries[KeyOf(node, isTrust)] = (node.Utf8.ToArray(), reading);
    }

    private static (int Hash, bool IsTrust) KeyOf(JsonNode node, bool isTrust)
    {
        var hash = default(HashCode);
        hash.AddBytes(node.Utf8);
        return (hash.ToHashCode(), isTrust);
    }
}
