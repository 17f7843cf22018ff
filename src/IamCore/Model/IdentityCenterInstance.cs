using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// An Identity Center instance: users, groups, permission sets and assignments of an organization or a single account (ST-132).
/// </summary>
public sealed record IdentityCenterInstance : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.IdentityCenterInstance;

    /// <summary>The owner: an organization's management account, or the single account that the instance serves.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>The partition of the owner's ARNs.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>The organization that the instance serves; <see langword="null"/> if it serves a single account.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The id of the identity store: <c>d-</c> and 10 hexadecimal digits.</summary>
    public required string IdentityStoreId { get; init; }

    /// <summary>A display name; may be empty.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When the instance was created, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>The home region. Regions other than <c>us-east-1</c> are part of the path of its roles (ST-143).</summary>
    /// <value><c>us-east-1</c></value>
    public string HomeRegion { get; init => field = value ?? "us-east-1"; } = "us-east-1";

    /// <summary>The URL of the access portal, used in invitations; <see langword="null"/> if none is configured (ST-137).</summary>
    public string? PortalUrl { get; init; }

    /// <summary>How users are authenticated (ST-135).</summary>
    public IdentitySource IdentitySource { get; init; }

    /// <summary>When users are prompted for a second factor (ST-154).</summary>
    public PortalMfaMode MfaMode { get; init; }

    /// <summary>What happens to users who need a device and have none (ST-155).</summary>
    public MissingDevice MissingDevice { get; init; }

    /// <summary>The types of devices that can be registered (ST-156).</summary>
    public PortalMfaTypes MfaTypes { get; init; } = PortalMfaTypes.All;

    /// <summary>Whether users may add, rename and remove their own devices (ST-157).</summary>
    public bool AllowUserDeviceManagement { get; init; } = true;

    /// <summary>The duration of portal sessions, in seconds, from 900 to 604800 (ST-148).</summary>
    /// <value>28800 (8 hours)</value>
    public int PortalSessionSeconds { get; init; } = 28_800;

    /// <summary>Whether changes of a permission set are provisioned to its accounts immediately (ST-145).</summary>
    /// <value><see langword="true"/></value>
    public bool AutoProvision { get; init; } = true;

    /// <summary>The user attributes that become session tags (ST-152).</summary>
    public ValueList<AccessControlAttribute> AccessControlAttributes { get; init => field = value ?? ValueList<AccessControlAttribute>.Empty; } = ValueList<AccessControlAttribute>.Empty;

    /// <summary>The ARN, <c>arn:P:sso:::instance/ssoins-…</c>.</summary>
    [JsonIgnore]
    public string Arn => $"arn:{Partition}:sso:::instance/{Id}";

    /// <summary>The ARN of the identity store, <c>arn:P:identitystore::A:identitystore/d-…</c>.</summary>
    [JsonIgnore]
    public string IdentityStoreArn => $"arn:{Partition}:identitystore::{Account}:identitystore/{IdentityStoreId}";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => OrganizationId is { } organization ? [KeyOf(Account), KeyOf(organization)] : [KeyOf(Account)];

    /// <summary>Returns the unique key of an account's own instance.</summary>
    public static string KeyOf(AccountId account) => $"{account}/identity-center";

    /// <summary>Returns the unique key of an organization's instance, of which there is at most one (ST-132).</summary>
    public static string KeyOf(string organizationId) => $"{organizationId}/identity-center";
}
