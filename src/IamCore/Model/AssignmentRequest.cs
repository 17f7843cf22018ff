using System.Globalization;
using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A request to create, delete or provision assignments, and its outcome (ST-142). Kept for 90 days.</summary>
public sealed record AssignmentRequest : CenterObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.AssignmentRequest;

    /// <summary>The type of request.</summary>
    public required AssignmentRequestType Type { get; init; }

    /// <summary>The status of the request.</summary>
    public required AssignmentRequestStatus Status { get; init; }

    /// <summary>Why the request failed; <see langword="null"/> if it did not fail.</summary>
    public string? FailureReason { get; init; }

    /// <summary>The id of the permission set.</summary>
    public required string PermissionSetId { get; init; }

    /// <summary>The account; <see langword="null"/> for all accounts.</summary>
    public AccountId? TargetAccount { get; init; }

    /// <summary>The user or group; <see langword="null"/> if the request concerns none.</summary>
    public ObjectKey? Principal { get; init; }

    /// <summary>The time of the request, so that lists begin with the oldest, which are deleted first.</summary>
    [JsonIgnore]
    public override string ListName => CreateDate.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);
}
