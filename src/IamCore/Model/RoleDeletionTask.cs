using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A request to delete a service-linked role, which its service must approve (ID-129).</summary>
public sealed record RoleDeletionTask : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.RoleDeletionTask;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The name of the role.</summary>
    public required string RoleName { get; init; }

    /// <summary>The unique id of the role; it no longer exists once the task has succeeded.</summary>
    public required string RoleId { get; init; }

    /// <summary>The status of the task.</summary>
    public RoleDeletionStatus Status { get; init; }

    /// <summary>Why the deletion failed; <see langword="null"/> if it did not fail.</summary>
    public string? Reason { get; init; }

    /// <summary>The resources that still use the role, if the deletion failed because of them.</summary>
    public ValueList<string> Resources { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>When the deletion was requested, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether the task is unfinished and therefore locks the role (ID-259).</summary>
    [JsonIgnore]
    public bool IsOpen => Status is RoleDeletionStatus.NotStarted or RoleDeletionStatus.InProgress;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Scope => Account.ToString();

    /// <inheritdoc />
    [JsonIgnore]
    public override string ListName => Id;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<ObjectReference> References => [new(Relation.DeletedRole, new(ObjectKind.Role, RoleId), IsWeak: true)];
}
