using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>The deletion of a service-linked role, which its service must agree to (ID-129). Its id is the task's.</summary>
public sealed record RoleDeletionTask : DirectoryObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.RoleDeletionTask;

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Name of the role.</summary>
    public required string RoleName { get; init; }

    /// <summary>Unique id of the role; it is gone once the task has succeeded.</summary>
    public required string RoleId { get; init; }

    /// <summary>How far it is.</summary>
    public RoleDeletionStatus Status { get; init; }

    /// <summary>Why it failed; <see langword="null"/> where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>The resources that still use the role, where it failed for them.</summary>
    public ValueList<string> Resources { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset CreateDate { get; init; }

    /// <summary>Whether it holds the role (ID-259).</summary>
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
