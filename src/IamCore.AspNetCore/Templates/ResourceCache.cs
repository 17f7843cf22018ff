namespace IamCore.AspNetCore.Templates;

/// <summary>
/// The resources of one template that were asked for lately: a text seen before costs no new one. Bounded; each place keeps the latest of the texts
/// that fall on it. Safe for any number of threads.
/// </summary>
internal sealed class ResourceCache
{
    private const int Places = 256;

    private readonly Entry?[] _entries = new Entry?[Places];

    public ResourceName Get(ReadOnlySpan<char> arn)
    {
        ref var place = ref _entries[string.GetHashCode(arn, StringComparison.Ordinal) & (Places - 1)];
        var entry = Volatile.Read(ref place);
        if (entry is null || !arn.SequenceEqual(entry.Text))
        {
            entry = new(arn.ToString());
            Volatile.Write(ref place, entry);
        }

        return entry.Name;
    }

    private sealed class Entry(string text)
    {
        public string Text { get; } = text;

        public ResourceName Name { get; } = ResourceName.Parse(text);
    }
}
