namespace IamCore.Configuration;

/// <summary>A component that acts as a service (ID-123).</summary>
/// <param name="Principal">Its service principal, for example <c>billing.example.com</c>; case-sensitive (ID-122).</param>
/// <param name="DisplayName">What people call it.</param>
public sealed record RegisteredService(string Principal, string DisplayName)
{
    /// <summary>What its service-linked roles are made of; <see langword="null"/> where it has none (ID-124).</summary>
    public ServiceLinkedRoleTemplate? ServiceLinkedRole { get; init; }

    /// <summary>Whether it can pass on the caller's request (ID-123).</summary>
    /// <value><see langword="true"/></value>
    public bool IsCalledViaCapable { get; init; } = true;
}
