using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>What an Identity Center operation names, in order to authorize the caller for it (ST-138).</summary>
internal interface ICenterOperation
{
    string ActionName { get; }

    string? NamedInstance { get; }

    /// <summary>The ARN of the permission set; null if none is named.</summary>
    string? NamedSet => null;

    /// <summary>The target account; null if none is named.</summary>
    string? NamedAccount => null;

    /// <summary>The tags passed; null if the operation takes none.</summary>
    ValueList<Tag>? PassedTags => null;
}
