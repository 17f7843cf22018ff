namespace IamCore;

/// <summary>
/// The proof that code is a registered service: made at start-up by the host's trusted code and kept by the service alone. The service's name
/// proves nothing (ST-115).
/// </summary>
public sealed class ServiceHandle
{
    internal ServiceHandle(IamDirectory directory, RegisteredService service)
    {
        Directory = directory;
        Service = service;
    }

    /// <summary>What was registered.</summary>
    public RegisteredService Service { get; }

    /// <summary>The service as the principal of its own requests (ST-120).</summary>
    public Principal Principal => Principal.Service(Service.Principal);

    internal IamDirectory Directory { get; }

    /// <summary>The service principal.</summary>
    public override string ToString() => Service.Principal;
}

/// <summary>On whose behalf and for which resource a service acts (ST-115, ST-119).</summary>
public sealed record ServicePurpose
{
    /// <summary>The resource that makes the service act; <see langword="null"/> where it does not say.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The account it acts for; by default the one in <see cref="SourceArn"/>.</summary>
    public string? SourceAccount { get; init; }
}
