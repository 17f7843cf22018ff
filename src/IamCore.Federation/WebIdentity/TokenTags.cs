using System.Text.Json;
using IamCore.Model;

namespace IamCore.Federation.WebIdentity;

/// <summary>Reads the session tags and source identity in a token (ST-059).</summary>
internal static class TokenTags
{
    private const string TagsClaim = "https://aws.amazon.com/tags";
    private const string SourceIdentityClaim = "https://aws.amazon.com/source_identity";

    /// <exception cref="IamException"><c>InvalidIdentityToken</c>: the claim has the wrong form.</exception>
    public static (ValueList<Tag> Tags, ValueList<string> Transitive) Of(TokenClaims claims)
    {
        if (claims.Object(TagsClaim) is not { } claim)
        {
            return (ValueList<Tag>.Empty, ValueList<string>.Empty);
        }

        var (tags, transitive) = (ValueList<Tag>.Empty, ValueList<string>.Empty);
        foreach (var member in claim.EnumerateObject())
        {
            switch (member.Name)
            {
                case "principal_tags" when member.Value.ValueKind == JsonValueKind.Object:
                    tags = [.. member.Value.EnumerateObject().Select(TagOf)];
                    break;
                case "transitive_tag_keys":
                    transitive = [.. TokenClaims.Texts(member.Value, TagsClaim)];
                    break;
                default:
                    throw TokenClaims.OfAnotherType(TagsClaim);
            }
        }

        return (tags, transitive);
    }

    public static string? SourceIdentityOf(TokenClaims claims) => claims.Text(SourceIdentityClaim);

    private static Tag TagOf(JsonProperty tag) =>
        TokenClaims.Texts(tag.Value, TagsClaim) is [var value] ? new(tag.Name, value) : throw TokenClaims.OfAnotherType(TagsClaim);
}
