using System.Text;
using BenchmarkDotNet.Attributes;
using IamCore.Benchmarks.Hosts;
using IamCore.Signing;

namespace IamCore.Benchmarks.Classes;

/// <summary>What it costs to verify a signed request of an ordinary API call, its key known: promised is less than 40 µs.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks
{
    private const string KeyId = "AKIDEXAMPLE";

    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    private static readonly SigningEndpoint Endpoint = new("us-east-1", "docs");

    private readonly SignatureVerifier _verifier = new(Endpoint, Noon.Instance);

    private readonly RequestSigner _signer = new(Endpoint, Noon.Instance);

    private SignableRequest _plain;

    private SignableRequest _request;

    /// <summary>Bytes of the body.</summary>
    [Params(0, 1024)]
    public int Body { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        RequestHeader[] headers =
        [
            new("Host", "docs.example.com"), new("Content-Type", "application/json"), new("User-Agent", "bench/1.0"), new("Accept", "*/*"),
        ];
        _plain = new SignableRequest("POST", "/documents/42?version=3", headers, new byte[Body]);
        var added = _signer.Sign(in _plain, KeyId, Encoding.ASCII.GetString(Secret));
        _request = _plain with { Headers = (RequestHeader[])[.. headers, .. added] };
    }

    /// <summary>Reading, clock, scope, payload hash and signature; the key that signs is derived once a day.</summary>
    [Benchmark]
    public bool Verify() => _verifier.TryRead(in _request, out var signature, out _) && _verifier.TryVerify(in _request, in signature, Secret, out _);

    [Benchmark]
    public object Sign() => _signer.Sign(in _plain, KeyId, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
}
