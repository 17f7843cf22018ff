using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>
/// Associates a workload with an instance profile, whose role it receives: the in-process equivalent of an EC2 instance (ID-137).
/// </summary>
public sealed record WorkloadAssociation : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.WorkloadAssociation;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The workload's identifier, used as its session name; unique in the account, case-sensitive.</summary>
    public required string WorkloadId { get; init; }

    /// <summary>The unique id of the instance profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>When the association was created, UTC.</summary>
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

    /// <summary>Returns the unique key of a workload.</summary>
    public static string KeyOf(AccountId account, string workloadId) => $"{account}/workload/{workloadId}";
}
