using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Engines;
using IamCore.Benchmarks.Quick;
using IamCore.Benchmarks.Workloads;
using IamCore.Cli.Measuring;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>A decision beside the floor and a linear scan. One operation is one question; the questions of a workload come in turn.</summary>
[MemoryDiagnoser]
public class DecideBenchmarks
{
    private Candidate _floor = null!;
    private Question[] _questions = [];
    private ScanQuestion[] _scan = [];
    private int _next;

    [Params("w1", "w2", "w2s3", "w3", "w4-10-last", "w4-10000-last", "w4-10000-none")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _floor = IamCore.Cli.Measuring.Floor.Standard.ToCandidate(Candidates.Floor);
        _questions = BenchmarkData.Get(Workload).Questions;
        _scan = new LinearScan().Prepare(_questions);
        DecisionCheck.Engine(Workload, _questions);
        DecisionCheck.Scan(Workload, _questions, _scan);
    }

    /// <summary>Sixty-four questions a call.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = 64)]
    public long Floor() => _floor.Run(1);

    [Benchmark]
    public Decision Decide()
    {
        ref readonly var question = ref _questions[Next()];
        return PolicyEvaluator.Evaluate(in question.Request, in question.Policies).Decision;
    }

    [Benchmark]
    public Decision Scan() => LinearScan.Evaluate(in _scan[Next()]);

    private int Next() => _next = _next + 1 < _questions.Length ? _next + 1 : 0;
}
