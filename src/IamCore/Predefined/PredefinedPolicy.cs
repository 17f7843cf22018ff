using IamCore.Model;

namespace IamCore.Predefined;

/// <summary>A policy that ships with the library or the host. It exists in every account and cannot be changed (ID-150).</summary>
public sealed record PredefinedPolicy
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The path; begins and ends with a slash.</summary>
    /// <value><c>/</c></value>
    public string Path { get; init; } = "/";

    /// <summary>A description.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// How the policy can be attached: as <see cref="PolicyType.Identity"/> (including permissions boundary and session policy),
    /// <see cref="PolicyType.ServiceControl"/> or <see cref="PolicyType.ResourceControl"/>.
    /// </summary>
    public PolicyType Type { get; init; } = PolicyType.Identity;

    /// <summary>
    /// The policy document. The prefix <c>arn:P:</c> in it stands for ARNs in the partition of the account that uses the policy.
    /// </summary>
    public required string Document { get; init; }

    /// <summary>The version of the document, for example <c>v1</c>. Increase it whenever the document changes (ID-152).</summary>
    public string DefaultVersionId { get; init; } = "v1";

    /// <summary>Whether the policy can be attached. Existing attachments remain in force (ID-128, ID-151, ID-152).</summary>
    /// <value><see langword="true"/></value>
    public bool IsAttachable { get; init; } = true;

    /// <summary>The key by which attachments refer to the policy.</summary>
    public ObjectKey Key => new(ObjectKind.PredefinedPolicy, $"{Path.AsSpan(1)}{Name}");

    /// <summary>Returns the policy's ARN in a partition (ID-068).</summary>
    /// <param name="partition">The partition, for example <c>aws</c>.</param>
    /// <returns>The ARN.</returns>
    public string ArnIn(string partition) => Type == PolicyType.Identity
        ? $"arn:{partition}:iam::aws:policy{Path}{Name}"
        : $"arn:{partition}:organizations::aws:policy{Path}{Name}";

    /// <summary>Returns the policy document for a partition.</summary>
    /// <param name="partition">The partition, for example <c>aws</c>.</param>
    /// <returns>The document.</returns>
    public PolicyText TextIn(string partition) => new(Document.Replace("arn:P:", $"arn:{partition}:", StringComparison.Ordinal));
}
