namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>The single row that every commit locks first, which serializes commits across processes.</summary>
internal sealed class DirectoryRow
{
    public required int Id { get; init; }

    /// <summary>The revision of the last commit.</summary>
    public required long Revision { get; set; }

    /// <summary>The lowest revision after which the log is complete.</summary>
    public required long WatchableAfter { get; set; }
}
