using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace IamCore.Benchmarks.Classes;

/// <summary>Runs in this process: the workloads are made once, and no generated project has to follow this repository's build rules.</summary>
internal sealed class BenchmarkConfig : ManualConfig
{
    public BenchmarkConfig() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
}
