namespace IamCore.Cli.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Rounds">Rounds; each times every candidate once.</param>
/// <param name="Slice">Time of one candidate in one round, about.</param>
/// <param name="WarmUp">Time of one candidate before the first round, at least.</param>
internal sealed record TimingPlan(int Rounds, TimeSpan Slice, TimeSpan WarmUp)
{
    /// <summary>Seven rounds: enough for a stable median of ratios, about half a second a candidate.</summary>
    public static TimingPlan Standard { get; } = new(7, TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(200));
}
