namespace IamCore.Events;

/// <summary>One call, sign-in or making of a session, for the audit trail: who did what to what, and what came of it (ID-261). Holds no secrets (ID-264).</summary>
public sealed record AuditEvent
{
    /// <summary>When the call ended, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>A GUID; that of the error where there is one.</summary>
    public required string RequestId { get; init; }

    /// <summary>The account operated on; the default for the instance.</summary>
    public AccountId Account { get; init; }

    /// <summary>The principal's ARN; <see langword="null"/> for the host's own code.</summary>
    public string? PrincipalArn { get; init; }

    /// <summary><c>aws:userid</c> of the principal; <see langword="null"/> for the host's own code.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The session's name; <see langword="null"/> where it has none.</summary>
    public string? SessionName { get; init; }

    /// <summary>Who is behind the session; <see langword="null"/> where nobody said (ST-050).</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>The service that the caller called through; <see langword="null"/> for none (ST-122).</summary>
    public string? InvokedBy { get; init; }

    /// <summary>The operation's action, for example <c>iam:CreateUser</c>; of a composite its name.</summary>
    public required string Action { get; init; }

    /// <summary>What was changed; of a refused call what it was about, as far as it came. ARNs, else kinds with ids.</summary>
    public ValueList<string> Resources { get; init; } = ValueList<string>.Empty;

    /// <summary>The parameters as text, without secrets.</summary>
    public required string Parameters { get; init; }

    /// <summary>Why it failed; <see langword="null"/> where it did not.</summary>
    public IamErrorCode? Error { get; init; }

    /// <summary>Why a sign-in failed, which its caller is not told (CR-024); <see langword="null"/> of other calls.</summary>
    public string? Reason { get; init; }

    /// <summary>The directory's revision that the call made; 0 where it changed nothing.</summary>
    public long Revision { get; init; }
}
