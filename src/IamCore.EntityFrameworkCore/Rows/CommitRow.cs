namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>One entry of the change log.</summary>
internal sealed class CommitRow
{
    public required long Revision { get; init; }

    /// <summary>Drawn anew for each change set: tells whether one whose answer was lost is there.</summary>
    public required string Token { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CommittedAt { get; init; }
}

/// <summary>One object changed in a commit.</summary>
internal sealed class ChangeRow
{
    public required long Revision { get; init; }

    public required string Id { get; init; }

    public required ObjectKind Kind { get; init; }

    public required ChangeType Type { get; init; }
}
