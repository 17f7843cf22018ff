using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Rates;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>A thousand documents of eight statements, 1.3 kB each: reading, and validating with a catalog. One operation is one document.</summary>
[MemoryDiagnoser]
public class ValidateBenchmarks
{
    private byte[][] _documents = [];
    private ValidationRate _rate = null!;
    private int _next;

    [GlobalSetup]
    public void Prepare()
    {
        _documents = [.. BenchmarkData.Files.ReadLines("w6.policies.jsonl").Select(line => line.ToArray())];
        _rate = new ValidationRate(_documents);
    }

    [Benchmark(Baseline = true)]
    public PolicyDocument Read() => PolicyDocument.Parse(_documents[Next()], PolicyType.Identity);

    [Benchmark]
    public int Validate() => _rate.Validate(Next());

    private int Next() => _next = _next + 1 < _documents.Length ? _next + 1 : 0;
}
