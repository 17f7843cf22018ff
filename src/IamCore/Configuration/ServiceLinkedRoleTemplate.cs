namespace IamCore.Configuration;

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
