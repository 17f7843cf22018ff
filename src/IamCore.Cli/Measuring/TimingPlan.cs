namespace IamCore.Cli.Measuring;

/// <summary>
/// How long to measure. A slice is shorter than the time the system gives a thread before others have their turn, so that some slices of
/// every round are not interrupted; the fastest of them is the round's figure, and the median of the rounds is the result.
/// </summary>
/// <param name="Rounds">Rounds, at least one.</param>
/// <param name="SlicesPerRound">Slices of every candidate in one round, in turn; at least one.</param>
/// <param name="Slice">Time of one slice, about; at least one pass.</param>
/// <param name="WarmUp">Work of one candidate before the first round, at least; waiting does not count.</param>
internal sealed record TimingPlan(int Rounds, int SlicesPerRound, TimeSpan Slice, TimeSpan WarmUp)
{
    /// <summary>About half a second a candidate.</summary>
    public static TimingPlan Standard { get; } = new(11, 15, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(150));
}
