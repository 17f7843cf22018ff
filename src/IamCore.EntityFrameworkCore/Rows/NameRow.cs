using IamCore.Model;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>A unique key and its holder; the primary key prevents a second holder.</summary>
internal sealed class NameRow
{
    public required string Name { get; init; }

    public required string Id { get; set; }

    public required ObjectKind Kind { get; set; }
}
