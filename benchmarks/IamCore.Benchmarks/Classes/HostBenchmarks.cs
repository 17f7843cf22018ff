using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Hosts;

namespace IamCore.Benchmarks.Classes;

/// <summary>The authentication of a small signed request by the scheme of ASP.NET Core: promised is at most a tenth above the verification without a framework.</summary>
[MemoryDiagnoser]
public class SignatureSchemeBenchmarks
{
    private SignedRequests _requests = null!;

    [GlobalSetup]
    public void Prepare() => _requests = SignedRequests.Create();

    [Benchmark(Baseline = true)]
    public string FrameworkFree() => _requests.Authenticate();

    [Benchmark]
    public string? Handler() => _requests.AuthenticateByHandler();

    [Benchmark]
    public string? Scheme() => _requests.AuthenticateByScheme();

    [Benchmark]
    public string? EmptyScheme() => _requests.AuthenticateByEmptyScheme();

    [Benchmark]
    public bool SignatureAlone() => _requests.VerifySignature();
}

/// <summary>An IAM requirement beside the framework's own: promised is no allocation beyond what the framework has for any requirement.</summary>
[MemoryDiagnoser]
public class RequirementBenchmarks
{
    private Requirements _requirements = null!;

    [GlobalSetup]
    public void Prepare() => _requirements = new();

    [Benchmark(Baseline = true)]
    public bool Met() => _requirements.IsMet();

    [Benchmark]
    public bool RoleAndClaim() => _requirements.HasRoleAndClaim();

    [Benchmark]
    public bool Iam() => _requirements.IsAllowed();
}
