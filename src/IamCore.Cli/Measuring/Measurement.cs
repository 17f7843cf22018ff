namespace IamCore.Cli.Measuring;

/// <summary>What timing a candidate gave.</summary>
/// <param name="Name">The candidate's name.</param>
/// <param name="Rounds">Nanoseconds an operation in the fastest slice of each round; at least one round.</param>
/// <param name="BytesPerOperation">Bytes allocated on the measuring thread, over all slices.</param>
internal sealed record Measurement(string Name, IReadOnlyList<double> Rounds, double BytesPerOperation)
{
    /// <summary>Nanoseconds an operation: the median of the rounds.</summary>
    public double Nanoseconds => Median(Rounds);

    /// <summary>Half the distance between the lower and the upper quarter of the rounds, as a share of the median.</summary>
    public double Spread
    {
        get
        {
            var sorted = Rounds.Order().ToArray();
            return (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / 2 / Nanoseconds;
        }
    }

    /// <summary>How many times the cost of <paramref name="other"/>: the median of the ratios within each round, so that what disturbs a
    /// round disturbs both.</summary>
    public double RatioTo(Measurement other) => Median([.. Rounds.Zip(other.Rounds, (mine, theirs) => mine / theirs)]);

    private static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
