namespace IamCore.Credentials.Throttling;

/// <summary>How failed attempts slow down further attempts (CR-111, CR-112).</summary>
public sealed record AttemptLimits
{
    /// <summary>How long a failure is counted.</summary>
    /// <value>15 minutes</value>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The number of failures within the window after which further attempts must wait.</summary>
    /// <value>5</value>
    public int FreeFailures { get; init; } = 5;

    /// <summary>The first waiting time; it doubles with every further failure.</summary>
    /// <value>1 second</value>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The maximum waiting time.</summary>
    /// <value>60 seconds</value>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The number of wrong codes of a device within the window after which its codes are rejected until the window has passed.
    /// </summary>
    /// <value>10</value>
    public int DeviceFailures { get; init; } = 10;
}
