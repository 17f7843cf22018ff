using IamCore.Model;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>A reference from one object to another. The source's sort key is denormalized, so that pages are read by index.</summary>
internal sealed class ReferenceRow
{
    public required string SourceId { get; init; }

    public required ObjectKind SourceKind { get; init; }

    public required Relation Relation { get; init; }

    public required string TargetId { get; init; }

    public required ObjectKind TargetKind { get; init; }

    /// <summary>The target's id once more if it must exist, which a foreign key enforces; null for a weak reference.</summary>
    public required string? RequiredId { get; set; }

    public required string SourceScope { get; set; }

    public required string SourceName { get; set; }
}
