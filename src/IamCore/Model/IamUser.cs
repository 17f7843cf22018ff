using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>A user: one person or one application of one account (ID-080, ID-081).</summary>
public sealed record IamUser : IamEntity
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.User;

    /// <summary>Person or application, for people to know; decides nothing (ID-014).</summary>
    public UserKind Kind { get; init; }

    /// <summary>Unique ids of the groups the user is in, in the order of joining (ID-096).</summary>
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
