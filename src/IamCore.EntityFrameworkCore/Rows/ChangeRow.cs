using IamCore.Model;
using IamCore.Stores;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>An object changed in a commit.</summary>
internal sealed class ChangeRow
{
    public required long Revision { get; init; }

    public required string Id { get; init; }

    public required ObjectKind Kind { get; init; }

    public required ChangeType Type { get; init; }
}
