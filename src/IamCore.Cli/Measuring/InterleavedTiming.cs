using System.Diagnostics;

namespace IamCore.Cli.Measuring;

/// <summary>
/// Times candidates in turn, round after round: on a machine that others use too, a slow moment then falls on all of them, and ratios
/// hold where nanoseconds do not.
/// </summary>
internal static class InterleavedTiming
{
    private const int SettlingPasses = 3;

    private static long _sink;

    /// <summary>One measurement a candidate, in order.</summary>
    public static Measurement[] Run(IReadOnlyList<Candidate> candidates, TimingPlan plan)
    {
        // The runtime compiles for good only after a while in which nothing new was called.
        _ = candidates.Select(candidate => WarmUp(candidate, plan.Slice, plan.WarmUp)).ToArray();
        Thread.Sleep(plan.WarmUp);
        var passes = candidates.Select(candidate => WarmUp(candidate, plan.Slice, plan.WarmUp / 5)).ToArray();
        var fastest = candidates.Select(_ => Enumerable.Repeat(double.MaxValue, plan.Rounds).ToArray()).ToArray();
        var bytes = new long[candidates.Count];
        for (var slice = 0; slice < plan.Rounds * plan.SlicesPerRound; slice++)
        {
            var round = slice / plan.SlicesPerRound;
            for (var turn = 0; turn < candidates.Count; turn++)
            {
                // Each slice starts with another candidate, so that none always runs after the same neighbour.
                var i = (turn + slice) % candidates.Count;
                _ = Time(candidates[i], SettlingPasses); // in the caches lies what its own questions leave there, not its neighbour's
                var (elapsed, allocated) = Time(candidates[i], passes[i]);
                fastest[i][round] = Math.Min(fastest[i][round], elapsed / ((double)passes[i] * candidates[i].Operations));
                bytes[i] += allocated;
            }
        }

        var slices = (double)plan.Rounds * plan.SlicesPerRound;
        return [.. candidates.Select((candidate, i) => new Measurement(
            candidate.Name, fastest[i], bytes[i] / (slices * passes[i] * candidate.Operations)))];
    }

    /// <summary>Runs until the code is compiled for good, and finds how many passes fill a slice. Time that the thread had to wait for its
    /// turn does not count: a pass is taken to be as fast as the fastest.</summary>
    private static int WarmUp(Candidate candidate, TimeSpan sliceTime, TimeSpan time)
    {
        var slice = sliceTime.TotalNanoseconds;
        var passes = 1;
        var fastest = double.MaxValue;
        var worked = 0.0;
        while (worked < time.TotalNanoseconds)
        {
            var (elapsed, _) = Time(candidate, passes);
            fastest = Math.Min(fastest, elapsed / passes);
            worked += fastest * passes;
            if (fastest * passes < slice / 2 && passes < int.MaxValue / 2)
            {
                passes *= 2;
            }
        }

        return (int)Math.Clamp(slice / Math.Max(fastest, 1e-3), 1, int.MaxValue);
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
