using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Quick;
using IamCore.Benchmarks.Workloads;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>A hundred thousand users: the principal's policies are looked up, then the question is decided.</summary>
[MemoryDiagnoser]
public class DirectoryBenchmarks
{
    private DirectoryWorkload _directory = null!;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        if (!DirectoryWorkload.TryRead(BenchmarkData.Files, "w5", out var directory))
        {
            throw new NotSupportedException("w5");
        }

        _directory = directory!;
        DecisionCheck.Directory(_directory);
    }

    [Benchmark]
    public Decision ResolveAndDecide()
    {
        _next = _next + 1 < _directory.Questions.Length ? _next + 1 : 0;
        ref readonly var question = ref _directory.Questions[_next];
        ref readonly var policies = ref CollectionsMarshal.GetValueRefOrNullRef(_directory.ByPrincipal, question.Request.Principal);
        return PolicyEvaluator.Evaluate(in question.Request, in policies).Decision;
    }
}
