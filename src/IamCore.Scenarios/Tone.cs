namespace IamCore.Scenarios;

/// <summary>What a stretch of a report is, which decides its colour.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Good,
    Bad,
    Faint,
}
