namespace IamCore.Cli.Measuring;

/// <summary>Something to time.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Operations">Operations in one pass, at least one.</param>
/// <param name="Run">Does so many passes. What it returns depends on the result of every operation, so that none can be optimized away.</param>
internal sealed record Candidate(string Name, int Operations, Func<int, long> Run);
