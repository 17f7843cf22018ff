using IamCore.Configuration;

namespace IamCore.Administration;

/// <summary>
/// Proves that code is a registered service. The host's trusted code creates it at startup and hands it to that service alone; the name of
/// the service proves nothing (ST-115).
/// </summary>
/// <example>
/// <code>
/// ServiceHandle reports = directory.OpenService("reports.example.com");
/// IssuedSession session = await tokens.AssumeRoleForServiceAsync(
///     reports, "arn:aws:iam::123456789012:role/report-writer", "nightly-report", cancellationToken: cancellationToken);
/// </code>
/// </example>
public sealed class ServiceHandle
{
    internal ServiceHandle(IamDirectory directory, RegisteredService service)
    {
        Directory = directory;
        Service = service;
    }

    /// <summary>The registration of the service.</summary>
    public RegisteredService Service { get; }

    /// <summary>The service as the principal of its own requests (ST-120).</summary>
    public Principal Principal => Principal.Service(Service.Principal);

    internal IamDirectory Directory { get; }

    /// <summary>Returns the service principal.</summary>
    public override string ToString() => Service.Principal;
}
