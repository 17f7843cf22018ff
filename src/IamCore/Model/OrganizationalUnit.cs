using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A branch of an organization's tree (ID-022).</summary>
public sealed record OrganizationalUnit : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.OrganizationalUnit;

    /// <summary>The unit or organization it stands under.</summary>
    public required ObjectKey Parent { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKey? ParentKey => Parent;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.OrganizationalUnit(Parent.Id, Name)];
}
