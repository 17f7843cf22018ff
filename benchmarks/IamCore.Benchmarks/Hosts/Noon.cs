namespace IamCore.Benchmarks.Hosts;

/// <summary>A day that does not end while it is measured.</summary>
internal sealed class Noon : TimeProvider
{
    public static Noon Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
}
