using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore;

/// <summary>Says who in the directory the user of a request is. The host may put its own in the place of ours.</summary>
public interface IIamPrincipalSource
{
    /// <summary>The session that questions about the user are asked in.</summary>
    /// <param name="user">The user as authenticated.</param>
    /// <param name="http">The request; <see langword="null"/> outside of one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns><see langword="null"/> where the user is nobody we know: then every requirement stays unmet.</returns>
    ValueTask<PrincipalSession?> FindAsync(ClaimsPrincipal user, HttpContext? http, CancellationToken cancellationToken);
}
