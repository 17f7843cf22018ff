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
        var times = candidates.Select(_ => new double[plan.Rounds]).ToArray();
        var bytes = new long[candidates.Count];
        for (var round = 0; round < plan.Rounds; round++)
        {
            for (var turn = 0; turn < candidates.Count; turn++)
            {
                // Each round starts with another candidate, so that none always runs after the same neighbour.
                var i = (turn + round) % candidates.Count;
                var (elapsed, allocated) = Time(candidates[i], passes[i]);
                times[i][round] = elapsed / ((double)passes[i] * candidates[i].Operations);
                bytes[i] += allocated;
                if (allocated > 0)
                {
                    GC.Collect();
                }
            }
        }

        return [.. candidates.Select((candidate, i) => new Measurement(
            candidate.Name, times[i], bytes[i] / ((double)plan.Rounds * passes[i] * candidate.Operations)))];
    }

    /// <summary>Runs until the code is compiled for good, and finds how many passes fill a slice.</summary>
    private static int WarmUp(Candidate candidate, TimingPlan plan)
    {
        var start = Stopwatch.GetTimestamp();
        var passes = 1;
        var slice = plan.Slice.TotalNanoseconds;
        while (true)
        {
            var (elapsed, _) = Time(candidate, passes);
            if (elapsed < slice / 2 && passes < int.MaxValue / 2)
            {
                passes *= 2;
            }
            else if (Stopwatch.GetElapsedTime(start) >= plan.WarmUp)
            {
                return Math.Max(1, (int)Math.Min(int.MaxValue, passes * (slice / Math.Max(elapsed, 1))));
            }
        }
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
