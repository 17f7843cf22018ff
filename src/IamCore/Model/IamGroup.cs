using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A group: its policies apply to all its members (ID-095). Membership is stored with the users.</summary>
public sealed record IamGroup : IamIdentity
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.Group;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"group{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.Group(Account, Name)];
}
