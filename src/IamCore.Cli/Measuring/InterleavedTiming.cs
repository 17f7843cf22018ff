using System.Diagnostics;

namespace IamCore.Cli.Measuring;

/// <summary>
/// Times candidates in turn, round after round: on a machine that others use too, a slow moment then falls on all of them, and ratios
/// hold where nanoseconds do not.
/// </summary>
internal static class InterleavedTiming
{
    private static long _sink;

    /// <summary>One measurement a candidate, in order.</summary>
    public static Measurement[] Run(IReadOnlyList<Candidate> candidates, TimingPlan plan)
    {
        var passes = candidates.Select(candidate => WarmUp(candidate, plan)).ToArray();
        var fastest = candidates.Select(_ => Enumerable.Repeat(double.MaxValue, plan.Rounds).ToArray()).ToArray();
        var bytes = new long[candidates.Count];
        for (var slice = 0; slice < plan.Rounds * plan.SlicesPerRound; slice++)
        {
            var round = slice / plan.SlicesPerRound;
            for (var turn = 0; turn < candidates.Count; turn++)
            {
                // Each slice starts with another candidate, so that none always runs after the same neighbour.
                var i = (turn + slice) % candidates.Count;
                var (elapsed, allocated) = Time(candidates[i], passes[i]);
                fastest[i][round] = Math.Min(fastest[i][round], elapsed / ((double)passes[i] * candidates[i].Operations));
                bytes[i] += allocated;
            }
        }

        var slices = (double)plan.Rounds * plan.SlicesPerRound;
        return [.. candidates.Select((candidate, i) => new Measurement(
            candidate.Name, fastest[i], bytes[i] / (slices * passes[i] * candidate.Operations)))];
    }

    /// <summary>Runs until the code is compiled for good, and finds how many passes fill a slice.</summary>
    private static int WarmUp(Candidate candidate, TimingPlan plan)
    {
        const int Tries = 5;
        var start = Stopwatch.GetTimestamp();
        var passes = 1;
        var slice = plan.Slice.TotalNanoseconds;
        while (Stopwatch.GetElapsedTime(start) < plan.WarmUp)
        {
            var (elapsed, _) = Time(candidate, passes);
            if (elapsed < slice / 2 && passes < int.MaxValue / 2)
            {
                passes *= 2;
            }
        }

        var fastest = Enumerable.Range(0, Tries).Min(_ => Time(candidate, passes).Nanoseconds);
        return (int)Math.Clamp(passes * (slice / Math.Max(fastest, 1)), 1, int.MaxValue);
    }

    private static (double Nanoseconds, long Bytes) Time(Candidate candidate, int passes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var result = candidate.Run(passes);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Volatile.Write(ref _sink, result);
        return (elapsed, allocated);
    }
}
