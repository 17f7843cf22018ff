namespace IamCore.Events;

/// <summary>
/// An operation, a sign-in or the creation of a session, for the audit log: who did what to what, and with which outcome (ID-261).
/// Contains no secrets (ID-264).
/// </summary>
public sealed record AuditEvent
{
    /// <summary>When the call completed, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>A GUID that identifies the call; that of the <see cref="IamException"/> if the call failed.</summary>
    public required string RequestId { get; init; }

    /// <summary>The account operated on; the default value for the whole instance.</summary>
    public AccountId Account { get; init; }

    /// <summary>The principal's ARN; <see langword="null"/> for the host's own code.</summary>
    public string? PrincipalArn { get; init; }

    /// <summary><c>aws:userid</c> of the principal; <see langword="null"/> for the host's own code.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The name of the session; <see langword="null"/> if there is none.</summary>
    public string? SessionName { get; init; }

    /// <summary>The source identity of the session; <see langword="null"/> if there is none (ST-050).</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The service through which the caller made the call; <see langword="null"/> if none (ST-122).</summary>
    public string? InvokedBy { get; init; }

    /// <summary>The action of the operation, for example <c>iam:CreateUser</c>; for a composite operation, its name.</summary>
    public required string Action { get; init; }

    /// <summary>The objects changed, or for a failed call those concerned as far as known: ARNs, otherwise kind and id.</summary>
    public ValueList<string> Resources { get; init; } = ValueList<string>.Empty;

    /// <summary>The parameters as text, without secrets.</summary>
    public required string Parameters { get; init; }

    /// <summary>The error code; <see langword="null"/> if the call succeeded.</summary>
    public IamErrorCode? Error { get; init; }

    /// <summary>Why a sign-in failed, which is not disclosed to the caller (CR-024); <see langword="null"/> for other calls.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision that the call committed; 0 if it changed nothing.</summary>
    public long Revision { get; init; }
}
