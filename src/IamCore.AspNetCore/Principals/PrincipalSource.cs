using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IamCore.AspNetCore.Principals;

/// <summary>Who the user is: an <see cref="IamIdentity"/> as it says, an identity of the host as mapped, nobody signed in as anonymous.</summary>
internal sealed class PrincipalSource(IOptions<IamAspNetCoreOptions> options) : IIamPrincipalSource
{
    private readonly IamPrincipalMapping[] _mappings = [.. options.Value.Mappings];
    private readonly MappedUsers _users = new();
    private readonly PrincipalSession _anonymous = new(Principal.Anonymous) { Keys = [] };

    public ValueTask<PrincipalSession?> FindAsync(ClaimsPrincipal user, HttpContext? http, CancellationToken cancellationToken)
    {
        if (IamIdentity.Find(user) is { } known)
        {
            return new(known.Session);
        }

        var isSignedIn = false;
        foreach (var identity in user.Identities)
        {
            if (!identity.IsAuthenticated)
            {
                continue;
            }

            isSignedIn = true;
            foreach (var mapping in _mappings)
            {
                if ((mapping.AuthenticationType is null || mapping.AuthenticationType == identity.AuthenticationType)
                    && mapping is IamUserMapping ofUser && _users.Find(ofUser, identity) is { } session)
                {
                    return new(session);
                }
            }
        }

        // Somebody who signed in and is nobody here is not taken for anonymous: denials of their principal would not find them.
        return new(isSignedIn ? null : _anonymous);
    }
}
