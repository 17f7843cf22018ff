namespace IamCore.Configuration;

/// <summary>A component of the host that acts as a service (ID-123).</summary>
/// <param name="Principal">The service principal, for example <c>billing.example.com</c>; case-sensitive (ID-122).</param>
/// <param name="DisplayName">The display name.</param>
public sealed record RegisteredService(string Principal, string DisplayName)
{
    /// <summary>The template of the service's service-linked roles; <see langword="null"/> if it has none (ID-124).</summary>
    public ServiceLinkedRoleTemplate? ServiceLinkedRole { get; init; }

    /// <summary>Whether the service can make requests on behalf of its caller (ID-123).</summary>
    /// <value><see langword="true"/></value>
    public bool IsCalledViaCapable { get; init; } = true;
}
