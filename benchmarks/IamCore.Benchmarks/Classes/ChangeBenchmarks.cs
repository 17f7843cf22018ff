using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Quick;
using IamCore.Cli.Measuring;

namespace IamCore.Benchmarks.Classes;

/// <summary>The first decision after one document of a set was changed: it is read, the whole set is compiled, a question is decided.</summary>
[MemoryDiagnoser]
public class ChangeBenchmarks
{
    private Candidate _change = null!;

    [Params("w1", "w2", "w4-1000-last")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _change = Candidates.DecideAfterChange(BenchmarkData.Get(Workload).Questions[0], Workload);

    [Benchmark]
    public long DecideAfterChange() => _change.Run(1);
}
