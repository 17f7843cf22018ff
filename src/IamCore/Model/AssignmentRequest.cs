using System.Globalization;
using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>What was asked for about assignments, and what came of it (ST-142). Kept for 90 days.</summary>
public sealed record AssignmentRequest : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.AssignmentRequest;

    /// <summary>What was asked for.</summary>
    public required AssignmentRequestType Type { get; init; }

    /// <summary>How far it is.</summary>
    public required AssignmentRequestStatus Status { get; init; }

    /// <summary>Why it failed; <see langword="null"/> where it did not.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The set.</summary>
    public required string PermissionSetId { get; init; }

    /// <summary>The account; <see langword="null"/> where all were meant.</summary>
    public AccountId? TargetAccount { get; init; }

    /// <summary>The user or group; <see langword="null"/> where it is about none.</summary>
    public ObjectKey? Principal { get; init; }

    /// <summary>Ordered by time, so that what can be forgotten comes first.</summary>
    [JsonIgnore]
    public override string ListName => CreateDate.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);
}
