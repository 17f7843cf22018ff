using IamCore.Policies;

namespace IamCore.Benchmarks.Adversarial;

/// <summary>Memory of a compiled set, by the difference of what the heap holds before and after.</summary>
/// <param name="TextBytes">Size of the documents' text.</param>
/// <param name="DocumentBytes">The documents read, with their text.</param>
/// <param name="IndexBytes">What compiling adds.</param>
internal readonly record struct CompiledSize(long TextBytes, long DocumentBytes, long IndexBytes)
{
    public double IndexRatio => IndexBytes / (double)TextBytes;

    public double TotalRatio => (DocumentBytes + IndexBytes) / (double)TextBytes;

    /// <summary>Reads and compiles <paramref name="set"/> once; the result is kept until the heap is measured.</summary>
    public static CompiledSize Measure(AdversarialSet set, out PolicySet compiled)
    {
        var text = set.Documents;
        var empty = Held();
        var documents = set.Read();
        var read = Held();
        compiled = PolicySet.Compile(set.Type, documents);
        var indexed = Held();
        GC.KeepAlive(documents);
        GC.KeepAlive(text);
        return new(set.TextBytes, read - empty, indexed - read);
    }

    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
