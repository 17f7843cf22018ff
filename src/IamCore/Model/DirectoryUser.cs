using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A person in an instance's directory. Not an IAM user, and never in the lists of those (ST-133).</summary>
public sealed record DirectoryUser : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.DirectoryUser;

    /// <summary>The name to sign in with, 1 to 128 characters, once in the instance in any letter case.</summary>
    [JsonPropertyOrder(-2)]
    public required string UserName { get; init; }

    /// <summary>For people; <see langword="null"/> where none was given.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The parts of the person's name.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The one e-mail address; <see langword="null"/> without one.</summary>
    public string? Email { get; init; }

    /// <summary>How other systems know the user.</summary>
    public ValueList<ExternalId> ExternalIds { get; init => field = value ?? ValueList<ExternalId>.Empty; } = ValueList<ExternalId>.Empty;

    /// <summary>Further attributes for access control, for example <c>enterprise.department</c> (ST-152), in ordinal order of their paths.</summary>
    public ValueList<UserAttribute> Attributes { get; init => field = value ?? ValueList<UserAttribute>.Empty; } = ValueList<UserAttribute>.Empty;

    /// <summary>Whether the user can sign in.</summary>
    public DirectoryUserStatus Status { get; init; }

    /// <summary>Ids of the groups the user is in, in the order of joining.</summary>
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

    /// <summary>The unique key of a name.</summary>
    public static string NameKey(string instanceId, string userName) => KeyOf(instanceId, "user", userName ?? "");

    /// <summary>The unique key of an external id.</summary>
    public static string ExternalKey(string instanceId, ExternalId id) => $"{instanceId}/external-user/{id?.Issuer}/{id?.Id}";
}
