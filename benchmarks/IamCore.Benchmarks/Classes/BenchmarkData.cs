using IamCore.Benchmarks.Workloads;
using IamCore.Benchmarks.Workloads.Generation;

namespace IamCore.Benchmarks.Classes;

/// <summary>The workloads of the default seed, made once a process.</summary>
internal static class BenchmarkData
{
    private static readonly Lazy<WorkloadFiles> Made = new(() => WorkloadFiles.FromSeed(WorkloadGenerator.DefaultSeed));

    private static readonly Lazy<Dictionary<string, Workload>> ByName =
        new(() => new WorkloadReader(Files).ReadAll().ToDictionary(workload => workload.Name));

    public static WorkloadFiles Files => Made.Value;

    public static Workload Get(string name) => ByName.Value[name];
}
