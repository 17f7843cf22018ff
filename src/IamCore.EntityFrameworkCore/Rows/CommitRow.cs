namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>An entry of the change log.</summary>
internal sealed class CommitRow
{
    public required long Revision { get; init; }

    /// <summary>Random for each change set, to find out whether one whose answer was lost had been committed.</summary>
    public required string Token { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CommittedAt { get; init; }
}
