using IamCore.Configuration;

namespace IamCore.Administration;

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
