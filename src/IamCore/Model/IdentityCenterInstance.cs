using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>One Identity Center: a directory of people, permission sets and assignments, of one organization or one account (ST-132).</summary>
public sealed record IdentityCenterInstance : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.IdentityCenterInstance;

    /// <summary>The owner: an organization's management account, or the one account it is for.</summary>
    [JsonPropertyOrder(-4)]
    public required AccountId Account { get; init; }

    /// <summary>The partition of the owner's ARNs.</summary>
    /// <value><c>aws</c></value>
    public string Partition { get; init => field = value ?? "aws"; } = "aws";

    /// <summary>The organization whose accounts it serves; <see langword="null"/> where it serves its own account alone.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Id of the directory, <c>d-</c> and 10 hexadecimal digits.</summary>
    public required string IdentityStoreId { get; init; }

    /// <summary>For people; may be empty.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>Where it is at home; any other than <c>us-east-1</c> is part of the path of its roles (ST-143).</summary>
    /// <value><c>us-east-1</c></value>
    public string HomeRegion { get; init => field = value ?? "us-east-1"; } = "us-east-1";

    /// <summary>The address of the access portal, which invitations carry; <see langword="null"/> where none is configured (ST-137).</summary>
    public string? PortalUrl { get; init; }

    /// <summary>Where its users prove who they are (ST-135).</summary>
    public IdentitySource IdentitySource { get; init; }

    /// <summary>When a second factor is asked for (ST-154).</summary>
    public PortalMfaMode MfaMode { get; init; }

    /// <summary>What becomes of users who should show a device and have none (ST-155).</summary>
    public MissingDevice MissingDevice { get; init; }

    /// <summary>Which devices can be registered (ST-156).</summary>
    public PortalMfaTypes MfaTypes { get; init; } = PortalMfaTypes.All;

    /// <summary>Whether users add, name and remove their own devices (ST-157).</summary>
    public bool AllowUserDeviceManagement { get; init; } = true;

    /// <summary>How long a portal session lasts, in seconds, 900 to 604800 (ST-148).</summary>
    public int PortalSessionSeconds { get; init; } = 28_800;

    /// <summary>Whether a change of a permission set reaches its accounts at once (ST-145).</summary>
    public bool AutoProvision { get; init; } = true;

    /// <summary>What becomes session tags of its users (ST-152).</summary>
    public ValueList<AccessControlAttribute> AccessControlAttributes { get; init => field = value ?? ValueList<AccessControlAttribute>.Empty; } = ValueList<AccessControlAttribute>.Empty;

    /// <summary><c>arn:P:sso:::instance/ssoins-…</c>.</summary>
    [JsonIgnore]
    public string Arn => $"arn:{Partition}:sso:::instance/{Id}";

    /// <summary><c>arn:P:identitystore::A:identitystore/d-…</c>.</summary>
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

    /// <summary>The unique key of an account's own instance.</summary>
    public static string KeyOf(AccountId account) => $"{account}/identity-center";

    /// <summary>The unique key of an organization's instance: there is one (ST-132).</summary>
    public static string KeyOf(string organizationId) => $"{organizationId}/identity-center";
}
