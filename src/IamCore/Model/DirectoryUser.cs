using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A user in the directory of an Identity Center instance. Not an IAM user, and never listed as one (ST-133).</summary>
public sealed record DirectoryUser : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryUser;

    /// <summary>The sign-in name, 1 to 128 characters, unique in the instance ignoring case.</summary>
    [JsonPropertyOrder(-2)]
    public required string UserName { get; init; }

    /// <summary>The display name; <see langword="null"/> if there is none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The e-mail address; <see langword="null"/> if there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The user's ids in other systems.</summary>
    public ValueList<ExternalId> ExternalIds { get; init => field = value ?? ValueList<ExternalId>.Empty; } = ValueList<ExternalId>.Empty;

    /// <summary>
    /// Further attributes for access control, for example <c>enterprise.department</c>, in ordinal order of their paths (ST-152).
    /// </summary>
    public ValueList<UserAttribute> Attributes { get; init => field = value ?? ValueList<UserAttribute>.Empty; } = ValueList<UserAttribute>.Empty;

    /// <summary>Whether the user can sign in.</summary>
    public DirectoryUserStatus Status { get; init; }

    /// <summary>The ids of the user's groups, in the order of joining.</summary>
    public ValueList<string> Groups { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => UserName;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys =>
        [NameKey(InstanceId, UserName), .. ((IEnumerable<ExternalId>)ExternalIds).Select(id => ExternalKey(InstanceId, id))];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References =>
        [InstanceReference, .. ((IEnumerable<string>)Groups).Select(group => new ObjectReference(Relation.Member, new(ObjectKind.DirectoryGroup, group)))];

    /// <summary>Returns the unique key of a user name.</summary>
    public static string NameKey(string instanceId, string userName) => KeyOf(instanceId, "user", userName ?? "");

    /// <summary>Returns the unique key of an external id.</summary>
    public static string ExternalKey(string instanceId, ExternalId id) => $"{instanceId}/external-user/{id?.Issuer}/{id?.Id}";
}
