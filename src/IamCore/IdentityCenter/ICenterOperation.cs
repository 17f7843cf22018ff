using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>What operations of Identity Center name, for asking whether the caller may (ST-138).</summary>
internal interface ICenterOperation
{
    string ActionName { get; }

    string? NamedInstance { get; }

    /// <summary>ARN of the permission set named; null where none is.</summary>
    string? NamedSet => null;

    /// <summary>The target account named; null where none is.</summary>
    string? NamedAccount => null;

    /// <summary>The tags passed; null where the operation takes none.</summary>
    ValueList<Tag>? PassedTags => null;
}
