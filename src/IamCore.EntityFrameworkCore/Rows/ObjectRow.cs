using IamCore.Model;
using IamCore.Stores.Json;

namespace IamCore.EntityFrameworkCore.Rows;

/// <summary>One stored object: what is looked up and ordered by stands in columns, all of it in <see cref="Body"/>.</summary>
internal sealed class ObjectRow
{
    /// <summary>The unique id, see <see cref="OrdinalText"/>.</summary>
    public required string Id { get; init; }

    public required ObjectKind Kind { get; init; }

    /// <summary>The account's 12 digits; empty for objects above accounts.</summary>
    public required string Scope { get; set; }

    /// <summary>What lists are ordered by.</summary>
    public required string FoldedName { get; set; }

    public required string Path { get; set; }

    /// <summary>The revision at which it last changed: updates and deletes name the one they know.</summary>
    public required long Revision { get; set; }

    /// <summary>The object as <see cref="ObjectJson"/> writes it.</summary>
    public required string Body { get; set; }
}
