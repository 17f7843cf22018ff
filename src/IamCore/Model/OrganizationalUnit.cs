using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An organizational unit (ID-022).</summary>
public sealed record OrganizationalUnit : OrganizationNode
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.OrganizationalUnit;

    /// <summary>The organizational unit or organization above the unit.</summary>
    public required ObjectKey Parent { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKey? ParentKey => Parent;

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.OrganizationalUnit(Parent.Id, Name)];
}
