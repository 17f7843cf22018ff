using System.Diagnostics;

namespace IamCore.Benchmarks.Quick;

/// <summary>Operations a second over one thread and over several, in turn.</summary>
internal static class Throughput
{
    private const int Rounds = 21;
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    /// <summary>Times one thread and <paramref name="threads"/>.</summary>
    /// <param name="threads">Number of threads of the second figure.</param>
    /// <param name="pass">One pass of some operations.</param>
    /// <param name="operations">Operations in one pass.</param>
    public static Scaling Measure(int threads, Func<long> pass, int operations)
    {
        var rounds = new (double One, double Many)[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            rounds[round] = (Run(1, pass) * operations, Run(threads, pass) * operations);
        }

        return new(Median(rounds.Select(round => round.One)), Median(rounds.Select(round => round.Many)), Median(rounds.Select(round => round.Many / round.One)));
    }

    private static double Median(IEnumerable<double> rounds) => rounds.Order().ElementAt(Rounds / 2);

    /// <summary>Passes a second of all threads together. Each thread counts for itself and tells at the end.</summary>
    private static double Run(int threadCount, Func<long> pass)
    {
        var rates = new double[threadCount];
        using var barrier = new Barrier(threadCount);
        var threads = Enumerable.Range(0, threadCount).Select(index => new Thread(() =>
        {
            barrier.SignalAndWait();
            var start = Stopwatch.GetTimestamp();
            var passes = 0;
            var elapsed = TimeSpan.Zero;
            do
            {
                pass();
                passes++;
                elapsed = Stopwatch.GetElapsedTime(start);
            }
            while (elapsed < Window);
            rates[index] = passes / elapsed.TotalSeconds;
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return rates.Sum();
    }
}

/// <summary>Operations a second of one thread and of several, and how many times the one the several are.</summary>
internal readonly record struct Scaling(double One, double Many, double Factor);
