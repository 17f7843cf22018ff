using IamCore.Model;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>When an identity last tried an action (ID-267). Nothing refers to it: it is kept for as long as it is reported.</summary>
internal sealed class LastAccessRow
{
    public required string Id { get; init; }

    public required ObjectKind Kind { get; init; }

    public required string Action { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AccessedAt { get; init; }

    public required string Principal { get; init; }

    public required string? Region { get; init; }
}
