namespace IamCore.Configuration;

/// <summary>The template of a service's service-linked roles (ID-124).</summary>
/// <param name="ServiceShortName">The part of the role's name after <c>AWSServiceRoleFor</c>.</param>
/// <param name="PolicyDocument">The permissions policy.</param>
public sealed record ServiceLinkedRoleTemplate(string ServiceShortName, string PolicyDocument)
{
    /// <summary>The description of the role.</summary>
    public string? Description { get; init; }

    /// <summary>Whether an account can have several such roles, distinguished by a suffix.</summary>
    public bool SupportsCustomSuffix { get; init; }

    /// <summary>
    /// Returns the resources that still use the role with the given ARN; called before a role is deleted, which fails unless the list is
    /// empty (ID-129).
    /// </summary>
    public Func<string, CancellationToken, ValueTask<ValueList<string>>>? FindUsesAsync { get; init; }
}
