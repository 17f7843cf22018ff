using Microsoft.AspNetCore.Http;

namespace IamCore.AspNetCore;

/// <summary>
/// What the host knows of a request beyond the request itself: tags of a resource, a tenant's plan. Asked only when a statement that still matters names a key,
/// once a decision, after the resource object and the request have been asked. It is never asked for what the engine derives, what a
/// session carries or what the connection tells.
/// </summary>
public interface IIamContextProvider
{
    /// <summary>The value of a key, from what is at hand.</summary>
    /// <param name="key">The key; names are in lower case.</param>
    /// <param name="resource">The resource asked about.</param>
    /// <param name="http">The request.</param>
    /// <returns><see cref="ContextValue.Absent"/> where this provider does not know it.</returns>
    ContextValue Find(ContextKey key, ResourceName resource, HttpContext http);
}
