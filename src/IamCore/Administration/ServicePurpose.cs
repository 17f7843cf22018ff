namespace IamCore.Administration;

/// <summary>
/// On whose behalf and for which resource a service acts. Policies test it as <c>aws:SourceArn</c> and <c>aws:SourceAccount</c> (ST-115,
/// ST-119).
/// </summary>
public sealed record ServicePurpose
{
    /// <summary>The ARN of the resource that makes the service act; <see langword="null"/> if not specified.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The number of the account the service acts for.</summary>
    /// <value>The account in <see cref="SourceArn"/>.</value>
    public string? SourceAccount { get; init; }
}
