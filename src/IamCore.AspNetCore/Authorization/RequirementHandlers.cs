using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace IamCore.AspNetCore.Authorization;

/// <summary>
/// The host's handlers of a request's requirements. Where the host has none of its own, and it is demanded that somebody signed in and may do an action, as most
/// endpoints demand, <see cref="IamRequirementHandler"/> knows all of it: the framework's handler that looks for requirements which are
/// handlers themselves would cost about as much as the decision.
/// </summary>
internal sealed class RequirementHandlers(IEnumerable<IAuthorizationHandler> handlers) : IAuthorizationHandlerProvider
{
    public Task<IEnumerable<IAuthorizationHandler>> GetHandlersAsync(AuthorizationHandlerContext context) =>
        handlers is IAuthorizationHandler[] and [PassThroughAuthorizationHandler, IamRequirementHandler alone] && IamRequirementHandler.MeetsAll(context.Requirements)
            ? alone.Alone : Task.FromResult(handlers);
}
