using IamCore.Model;
using IamCore.Stores.Json;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>A stored object: columns for lookup and order, and the whole object in <see cref="Body"/>.</summary>
internal sealed class ObjectRow
{
    /// <summary>The unique id, see <see cref="OrdinalText"/>.</summary>
    public required string Id { get; init; }

    public required ObjectKind Kind { get; init; }

    /// <summary>The account's 12-digit id; empty for objects that belong to no account.</summary>
    public required string Scope { get; set; }

    /// <summary>The name by which lists are ordered.</summary>
    public required string FoldedName { get; set; }

    public required string Path { get; set; }

    /// <summary>The revision of the last change; updates and deletes specify the one they expect.</summary>
    public required long Revision { get; set; }

    /// <summary>The object as serialized by <see cref="ObjectJson"/>.</summary>
    public required string Body { get; set; }
}
