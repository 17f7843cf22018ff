using System.Security.Claims;
using IamCore.AspNetCore;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Asks about resources at hand.</summary>
public static class IamAuthorizationServiceExtensions
{
    /// <summary>Whether a user may do an action on a resource.</summary>
    /// <param name="service">The framework's authorization.</param>
    /// <param name="user">The user of the request.</param>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <param name="resource">An <see cref="IamResource"/>, an <see cref="IIamResource"/>, an ARN as <c>ResourceName</c> or <c>Arn</c>, or an object of a type that
    /// <c>NameResources</c> knows.</param>
    /// <exception cref="FormatException">The action is not one.</exception>
    /// <exception cref="InvalidOperationException">Nobody said which resource the object is.</exception>
    public static Task<AuthorizationResult> AuthorizeIamAsync(this IAuthorizationService service, ClaimsPrincipal user, string action, object resource)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(resource);
        return service.AuthorizeAsync(user, resource, [new IamRequirement(action)]);
    }
}
