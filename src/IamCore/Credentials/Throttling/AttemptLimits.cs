namespace IamCore.Credentials.Throttling;

/// <summary>How fast failures slow attempts down (CR-111, CR-112).</summary>
public sealed record AttemptLimits
{
    /// <summary>How long a failure counts.</summary>
    /// <value>15 minutes</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Failures in the window after which the next attempt must wait.</summary>
    /// <value>5</value>
    public int FreeFailures { get; init; } = 5;

    /// <summary>The first wait; each failure after it doubles it.</summary>
    /// <value>1 second</value>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    /// <value>60 seconds</value>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Wrong codes of one device in the window after which all its codes are refused until the window has passed.</summary>
    /// <value>10</value>
    public int DeviceFailures { get; init; } = 10;
}
