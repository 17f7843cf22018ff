using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace IamCore.AspNetCore.Authorization;

/// <summary>The framework's requirement that somebody signed in: its default policy, which stands before an action.</summary>
internal static class SignedIn
{
    /// <summary>Whether a requirement is this one, and not one that was made from it.</summary>
    public static bool Is(IAuthorizationRequirement requirement) => requirement.GetType() == typeof(DenyAnonymousAuthorizationRequirement);

    /// <summary>Whether a user meets it, as the framework says.</summary>
    public static bool IsMetBy(ClaimsPrincipal? user)
    {
        if (user is null)
        {
            return false;
        }

        var identities = IamClaimsIdentity.IdentitiesOf(user);
        for (var i = 0; i < identities.Count; i++)
        {
            if (identities[i].IsAuthenticated)
            {
                return user.Identity is not null;
            }
        }

        return false;
    }
}
