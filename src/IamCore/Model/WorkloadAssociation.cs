using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A workload that gets the role of an instance profile: the in-process equivalent of an instance (ID-137).</summary>
public sealed record WorkloadAssociation : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.WorkloadAssociation;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The workload's identifier, which becomes its session's name; once in the account, case-sensitive.</summary>
    public required string WorkloadId { get; init; }

    /// <summary>Unique id of the instance profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => WorkloadId;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, WorkloadId)];

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.WorkloadProfile, new(ObjectKind.InstanceProfile, ProfileId))];

    /// <summary>The unique key of a workload.</summary>
    public static string KeyOf(AccountId account, string workloadId) => $"{account}/workload/{workloadId}";
}
