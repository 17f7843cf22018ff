using IamCore.Model;

namespace IamCore.Predefined;

/// <summary>A policy that ships with the library or the host: it exists in every account and nobody can change it (ID-150).</summary>
public sealed record PredefinedPolicy
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The path, from slash to slash.</summary>
    /// <value><c>/</c></value>
    public string Path { get; init; } = "/";

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>What it can be attached as: <see cref="PolicyType.Identity"/> (also a boundary and a session policy),
    /// <see cref="PolicyType.ServiceControl"/> or <see cref="PolicyType.ResourceControl"/>.</summary>
    public PolicyType Type { get; init; } = PolicyType.Identity;

    /// <summary>The document in force. <c>arn:P:</c> in it stands for ARNs of the partition of the account it is used in.</summary>
    public required string Document { get; init; }

    /// <summary>The version in force, for example <c>v1</c>. Raise it with the document (ID-152).</summary>
    public string DefaultVersionId { get; init; } = "v1";

    /// <summary>Whether it can be attached anew; what is attached already stays (ID-128, ID-151, ID-152).</summary>
    public bool IsAttachable { get; init; } = true;

    /// <summary>How attachments refer to it.</summary>
    public ObjectKey Key => new(ObjectKind.PredefinedPolicy, $"{Path.AsSpan(1)}{Name}");

    /// <summary>The ARN in a partition (ID-068).</summary>
    public string ArnIn(string partition) => Type == PolicyType.Identity
        ? $"arn:{partition}:iam::aws:policy{Path}{Name}"
        : $"arn:{partition}:organizations::aws:policy{Path}{Name}";

    /// <summary>The document in force in a partition.</summary>
    public PolicyText TextIn(string partition) => new(Document.Replace("arn:P:", $"arn:{partition}:", StringComparison.Ordinal));
}
