using System.Diagnostics;
using IamCore.Administration.Credentials;
using IamCore.Credentials.Throttling;
using IamCore.Policies;
using IamCore.Signing;
using IamCore.Tests.Sessions;
using IamCore.Tests.Signing;

namespace IamCore.Tests.Credentials;

/// <summary>
/// Whether time tells known names from unknown ones (CR-097, CR-110). Timings are no test: this is run by hand on a quiet machine and read by people,
/// <c>IAMCORE_TIMINGS=1 dotnet test --filter TimingByHand --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class TimingByHand(ITestOutputHelper output)
{
    private readonly SessionFixture _world = new(new() { AttemptLimiter = new NoLimits() });

    [Fact]
    public async Task CR_110_passwords_of_known_and_unknown_users()
    {
        if (!IsWanted())
        {
            return;
        }

        foreach (var i in Enumerable.Range(0, 100))
        {
            _world.User($"user{i}");
            await _world.Trusted.ExecuteAsync(new CreateLoginProfile($"user{i}") { Password = "Passw0rd!" });
        }

        await CompareAsync(
            "password, 1000 iterations",
            4000,
            i => FailAsync(async () => await _world.SignIn.SignInAsync(SessionFixture.Home, $"user{i % 100}", "wrong")),
            i => FailAsync(async () => await _world.SignIn.SignInAsync(SessionFixture.Home, $"nobody{i % 100}", "wrong")));
    }

    [Fact]
    public async Task CR_097_signatures_with_known_and_unknown_keys()
    {
        if (!IsWanted())
        {
            return;
        }

        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        var endpoint = new SigningEndpoint("us-east-1", "docs");
        var verifier = new SignatureVerifier(endpoint, _world.Clock);
        var known = Signed(endpoint, key.AccessKeyId);
        var unknown = Signed(endpoint, "AKIAAAAAAAAAAAAAAAAA");
        await CompareAsync(
            "signature with a wrong secret",
            20_000,
            _ => FailAsync(async () => await _world.Authenticator.AuthenticateAsync(verifier, known)),
            _ => FailAsync(async () => await _world.Authenticator.AuthenticateAsync(verifier, unknown)));
    }

    private SignableRequest Signed(SigningEndpoint endpoint, string keyId)
    {
        var request = new SignableRequest("GET", "/documents/42", new RequestHeader[] { new("Host", "docs.example.com") });
        return request.With([.. new RequestSigner(endpoint, _world.Clock).Sign(in request, keyId, "wrong+secret")]);
    }

    /// <summary>One of each in turn, in random order; the middle half of each counts.</summary>
    private async Task CompareAsync(string what, int rounds, Func<int, Task> known, Func<int, Task> unknown)
    {
        var times = (Known: new List<double>(), Unknown: new List<double>());
        for (var i = -200; i < rounds; i++)
        {
            var knownFirst = Random.Shared.Next(2) == 0;
            for (var turn = 0; turn < 2; turn++)
            {
                var isKnown = turn == 0 == knownFirst;
                var begin = Stopwatch.GetTimestamp();
                await (isKnown ? known : unknown)(Math.Abs(i));
                var micros = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
                if (i >= 0)
                {
                    (isKnown ? times.Known : times.Unknown).Add(micros);
                }
            }
        }

        var (a, b) = (Middle(times.Known), Middle(times.Unknown));
        var t = (a.Mean - b.Mean) / Math.Sqrt((a.Variance / a.Count) + (b.Variance / b.Count));
        output.WriteLine(FormattableString.Invariant(
            $"{what}: known {a.Mean:F2} µs (median {a.Median:F2}), unknown {b.Mean:F2} µs (median {b.Median:F2}), difference {(a.Mean - b.Mean) / b.Mean:P2}, t = {t:F2}, {rounds} rounds"));
    }

    private static (double Mean, double Median, double Variance, int Count) Middle(List<double> times)
    {
        times.Sort();
        var half = times[(times.Count / 4)..(times.Count * 3 / 4)];
        var mean = half.Average();
        return (mean, half[half.Count / 2], half.Sum(x => (x - mean) * (x - mean)) / (half.Count - 1), half.Count);
    }

    private static async Task FailAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception refusal) when (refusal is IamException or SignatureException)
        {
            return;
        }

        throw new InvalidOperationException("It was not refused");
    }

    private bool IsWanted()
    {
        var isWanted = Environment.GetEnvironmentVariable("IAMCORE_TIMINGS") is "1";
        if (!isWanted)
        {
            output.WriteLine("SKIPPED: IAMCORE_TIMINGS is not 1, nothing was measured");
        }

        return isWanted;
    }

    private sealed class NoLimits : IAttemptLimiter
    {
        public ValueTask<TimeSpan> BeginAsync(AttemptKey key, CancellationToken cancellationToken) => default;

        public ValueTask SucceededAsync(AttemptKey key, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<AttemptKey>> ListAsync(AccountId account, CancellationToken cancellationToken) => new([]);

        public ValueTask ClearAsync(AttemptKey key, CancellationToken cancellationToken) => default;
    }
}
