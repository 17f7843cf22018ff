using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IamCore.AspNetCore.Resources;

/// <summary>Asks for an action on a resource that is at hand, between the binding of a handler's arguments and the handler.</summary>
internal static class ResourceFilter
{
    /// <summary>Goes on where the caller may; answers as the authorization middleware does where not, and 404 where there is no resource.</summary>
    public static async ValueTask<object?> RunAsync(
        IamRequirement requirement, object? resource, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (resource is null)
        {
            return TypedResults.NotFound();
        }

        var result = await http.RequestServices.GetRequiredService<IAuthorizationService>()
            .AuthorizeAsync(http.User, resource, [requirement]).ConfigureAwait(false);
        if (result.Succeeded)
        {
            return await next(invocation).ConfigureAwait(false);
        }

        var isSignedIn = http.User.Identities.Any(identity => identity.IsAuthenticated);
        await http.RequestServices.GetRequiredService<IAuthorizationMiddlewareResultHandler>().HandleAsync(
            static _ => Task.CompletedTask,
            http,
            await PolicyOfAsync(http).ConfigureAwait(false) ?? new AuthorizationPolicy([requirement], []),
            isSignedIn ? PolicyAuthorizationResult.Forbid(result.Failure) : PolicyAuthorizationResult.Challenge()).ConfigureAwait(false);
        return TypedResults.Empty;
    }

    /// <summary>The endpoint's policy, whose schemes challenge and forbid.</summary>
    private static async Task<AuthorizationPolicy?> PolicyOfAsync(HttpContext http)
    {
        var data = http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [];
        return await AuthorizationPolicy.CombineAsync(http.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>(), data).ConfigureAwait(false);
    }
}
