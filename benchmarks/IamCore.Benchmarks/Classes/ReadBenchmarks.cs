using System.Text.Json;
using BenchmarkDotNet.Attributes;
using IamCore.Policies;

namespace IamCore.Benchmarks.Classes;

/// <summary>A thousand documents of eight statements: a bare pass over the tokens, reading, reading and compiling. One operation is one document.</summary>
[MemoryDiagnoser]
public class ReadBenchmarks
{
    private byte[][] _documents = [];
    private int _next;

    [GlobalSetup]
    public void Prepare() => _documents = [.. BenchmarkData.Files.ReadLines("w6.policies.jsonl").Select(line => line.ToArray())];

    [Benchmark(Baseline = true)]
    public int Tokens()
    {
        var reader = new Utf8JsonReader(Next());
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    [Benchmark]
    public PolicyDocument Read() => PolicyDocument.Parse(Next(), PolicyType.Identity);

    [Benchmark]
    public PolicySet ReadAndCompile() => PolicySet.Compile(PolicyDocument.Parse(Next(), PolicyType.Identity));

    private byte[] Next()
    {
        _next = _next + 1 < _documents.Length ? _next + 1 : 0;
        return _documents[_next];
    }
}
