using IamCore.Model;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>One object's mention of another. The place of the mentioning object in lists is repeated, so that long lists of them are read by key.</summary>
internal sealed class ReferenceRow
{
    public required string SourceId { get; init; }

    public required ObjectKind SourceKind { get; init; }

    public required Relation Relation { get; init; }

    public required string TargetId { get; init; }

    public required ObjectKind TargetKind { get; init; }

    /// <summary>The target's id once more where it must be there, which a foreign key sees to; null for a weak reference.</summary>
    public required string? RequiredId { get; set; }

    public required string SourceScope { get; set; }

    public required string SourceName { get; set; }
}
