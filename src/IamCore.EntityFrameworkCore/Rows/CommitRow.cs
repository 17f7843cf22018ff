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
