using IamCore.Model;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>An identity's last attempt at an action (ID-267). Not referenced; kept for the tracking period.</summary>
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
