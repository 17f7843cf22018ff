namespace IamCore;

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

/// <summary>What a service's service-linked roles are made of (ID-124).</summary>
/// <param name="ServiceShortName">What follows <c>AWSServiceRoleFor</c> in the role's name.</param>
/// <param name="PolicyDocument">The permissions.</param>
public sealed record ServiceLinkedRoleTemplate(string ServiceShortName, string PolicyDocument)
{
    /// <summary>What the role is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether an account can have several, told apart by a suffix.</summary>
    public bool SupportsCustomSuffix { get; init; }

    /// <summary>Asked before a role is deleted: the resources that still use it, none where it can go (ID-129).</summary>
    public Func<string, CancellationToken, ValueTask<ValueList<string>>>? FindUsesAsync { get; init; }
}
