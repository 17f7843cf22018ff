using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>A decision with its reasons, and one from text: the request read, then decided.</summary>
[MemoryDiagnoser]
public class ExplainBenchmarks
{
    private Workload _workload = null!;
    private int _next;

    [Params("w1", "w2", "w3", "w4-10000-last")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Prepare() => _workload = BenchmarkData.Get(Workload);

    [Benchmark]
    public Explanation Explain()
    {
        ref readonly var question = ref _workload.Questions[Next()];
        return PolicyEvaluator.Explain(in question.Request, in question.Policies);
    }

    [Benchmark]
    public Decision DecideFromText()
    {
        var next = Next();
        var request = _workload.Texts[next].ToRequest();
        return PolicyEvaluator.Evaluate(in request, in _workload.Questions[next].Policies).Decision;
    }

    private int Next() => _next = _next + 1 < _workload.Questions.Length ? _next + 1 : 0;
}
