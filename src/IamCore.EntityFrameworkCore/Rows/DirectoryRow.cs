namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>The one row that every commit takes first: commits follow each other, whatever process they come from.</summary>
internal sealed class DirectoryRow
{
    public required int Id { get; init; }

    /// <summary>The revision of the last commit.</summary>
    public required long Revision { get; set; }

    /// <summary>The lowest revision after which all changes are in the log.</summary>
    public required long WatchableAfter { get; set; }
}
