namespace IamCore.Administration;

/// <summary>On whose behalf and for which resource a service acts (ST-115, ST-119).</summary>
public sealed record ServicePurpose
{
    /// <summary>The resource that makes the service act; <see langword="null"/> where it does not say.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The account it acts for; by default the one in <see cref="SourceArn"/>.</summary>
    public string? SourceAccount { get; init; }
}
