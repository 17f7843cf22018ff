using System.Security.Claims;
using IamCore.Model;

namespace IamCore.AspNetCore.Principals.Federation;

/// <summary>Principal tags from claims, by the host's explicit map.</summary>
internal static class ClaimTags
{
    /// <summary>The tags in the map's order.</summary>
    public static ValueList<Tag> Of(IamPrincipalMapping mapping, ClaimsIdentity identity)
    {
        if (mapping.TagClaims.Count == 0)
        {
            return ValueList<Tag>.Empty;
        }

        var tags = new List<Tag>();
        foreach (var (claimType, key) in mapping.TagClaims)
        {
            if (identity.FindFirst(claimType) is { } claim)
            {
                tags.Add(new(key, claim.Value));
            }
        }

        return [.. tags];
    }
}
