using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An account with its root user (ID-015, ID-027). <see cref="DirectoryObject.Id"/> is its 12-digit account id.</summary>
public sealed record IamAccount : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Account;

    /// <summary>The account id.</summary>
    [JsonIgnore]
    public AccountId AccountId => AccountId.Parse(Id);

    /// <summary>The e-mail address with which the root user signs in, unique in the directory ignoring case.</summary>
    public required string Email { get; init; }

    /// <summary>The account alias for signing in; <see langword="null"/> if there is none (ID-019).</summary>
    public string? Alias { get; init; }

    /// <summary>The partition of the account's ARNs.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>The canonical user id: 64 lower-case hexadecimal digits.</summary>
    public required string CanonicalUserId { get; init; }

    /// <summary>When the account was created, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>The status (ID-025, ID-026).</summary>
    public AccountStatus Status { get; init; }

    /// <summary>The organizational unit or organization above the account; <see langword="null"/> for a standalone account.</summary>
    public ObjectKey? Parent { get; init; }

    /// <summary>The password policy; <see langword="null"/> for the default policy (CR-005, CR-007).</summary>
    public AccountPasswordPolicy? PasswordPolicy { get; init; }

    /// <summary>What happens when the root user is used (ID-040).</summary>
    /// <value><see cref="RootUsageGuard.Warn"/></value>
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
