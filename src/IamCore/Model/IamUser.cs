using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A user: a person or an application (ID-080, ID-081).</summary>
public sealed record IamUser : IamEntity
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.User;

    /// <summary>Whether the user is a person or an application. Informative only (ID-014).</summary>
    public UserKind Kind { get; init; }

    /// <summary>The unique ids of the user's groups, in the order of joining (ID-096).</summary>
    public ValueList<string> Groups { get; init => field = value ?? ValueList<string>.Empty; } = ValueList<string>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"user{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [DirectoryKeys.User(Account, Name)];

    private protected override IEnumerable<ObjectReference> ReferencesOf()
    {
        foreach (var group in (IEnumerable<string>)Groups)
        {
            yield return new(Relation.Member, new(ObjectKind.Group, group));
        }

        foreach (var reference in base.ReferencesOf())
        {
            yield return reference;
        }
    }
}
