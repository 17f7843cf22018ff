using IamCore;
using IamCore.AspNetCore;
using IamCore.AspNetCore.Context;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Http;

/// <summary>A request's caller and context, for operations of the directory.</summary>
public static class HttpContextIamExtensions
{
    /// <summary>What IamCore knows of the request as context: address, scheme, user agent, and what the host's providers answer.</summary>
    public static IRequestContext GetIamContext(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return HttpRequestContext.Rent(http, ResourceName.None, null, [.. http.RequestServices.GetServices<IIamContextProvider>()]);
    }

    /// <summary>The directory in the name of the request's caller: every operation is authorized by the caller's policies (ID-007).</summary>
    /// <returns><see langword="null"/> where no credentials of the directory proved the caller.</returns>
    public static IamAdministration? GetIamAdministration(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return IamClaimsIdentity.Find(http.User)?.Caller is { } caller
            ? http.RequestServices.GetRequiredService<IamDirectory>().ForCaller(caller, http.GetIamContext()) : null;
    }
}
