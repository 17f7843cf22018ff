using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An account with its root user (ID-015, ID-027). Its id is its 12 digits; <see cref="OrganizationNode.Name"/> its name.</summary>
public sealed record IamAccount : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Account;

    /// <summary>The account number.</summary>
    [JsonIgnore]
    public AccountId AccountId => AccountId.Parse(Id);

    /// <summary>The root user's sign-in name, once in the directory in any letter case.</summary>
    public required string Email { get; init; }

    /// <summary>Another name for sign-in; <see langword="null"/> without one (ID-019).</summary>
    public string? Alias { get; init; }

    /// <summary>The partition of the account's ARNs.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string CanonicalUserId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether it can be used (ID-025, ID-026).</summary>
    public AccountStatus Status { get; init; }

    /// <summary>The unit or organization it stands under; <see langword="null"/> for a standalone account.</summary>
    public ObjectKey? Parent { get; init; }

    /// <summary>The rules for passwords of its users; <see langword="null"/> for the default ones (CR-005, CR-007).</summary>
    public AccountPasswordPolicy? PasswordPolicy { get; init; }

    /// <summary>What happens when the root user is used (ID-040).</summary>
    public RootUsageGuard RootUsageGuard { get; init; } = RootUsageGuard.Warn;

    /// <summary>The root user's ARN (ID-028).</summary>
    [JsonIgnore]
    public string RootArn => $"arn:{Partition}:iam::{Id}:root";

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKey? ParentKey => Parent;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => Alias is null
        ? [DirectoryKeys.RootEmail(Email)]
        : [DirectoryKeys.RootEmail(Email), DirectoryKeys.AccountAlias(Alias)];
}
