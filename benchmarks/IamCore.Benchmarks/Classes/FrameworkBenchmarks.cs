using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>ASP.NET Core's authorization service on the workloads whose questions its handler can express.</summary>
[MemoryDiagnoser]
public class FrameworkBenchmarks
{
    private FrameworkAuthorization _service = null!;
    private FrameworkQuestion[] _questions = [];
    private Question[] _same = [];
    private int _next;

    [Params("w1", "w4-10-last", "w4-10000-last")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        var workload = BenchmarkData.Get(Workload);
        _same = workload.Questions;
        if (!FrameworkAuthorization.TryCreate(workload, out _service!, out _questions))
        {
            throw new NotSupportedException(Workload);
        }
    }

    [Benchmark(Baseline = true)]
    public bool Framework() => _service.IsAllowed(in _questions[Next()]);

    [Benchmark]
    public bool Decide()
    {
        ref readonly var question = ref _same[Next()];
        return PolicyEvaluator.Evaluate(in question.Request, in question.Policies).IsAllowed;
    }

    private int Next() => _next = _next + 1 < _questions.Length ? _next + 1 : 0;
}
