using IamCore.AspNetCore;
using IamCore.AspNetCore.Resources;
using IamCore.AspNetCore.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints whose resource is known only once something was loaded. First the host's default policy is asked, usually whether somebody
/// signed in, unless the endpoint says <c>AllowIamAnonymous</c>.</summary>
public static class IamResourceConventionExtensions
{
    /// <summary>Demands that the caller may do an action on the argument of a type that the handler takes. Where the argument is <see langword="null"/>
    /// the answer is 404.</summary>
    /// <typeparam name="T">An <see cref="IIamResource"/>, an <see cref="IamResource"/>, or a type that <c>NameResources</c> knows.</typeparam>
    /// <param name="builder">Endpoints; each handler takes exactly one argument of the type.</param>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <exception cref="FormatException">The action is not one.</exception>
    public static RouteHandlerBuilder RequireIamFor<T>(this RouteHandlerBuilder builder, string action)
        where T : class
    {
        var requirement = new IamRequirement(action);
        builder.AddEndpointFilterFactory((factory, next) =>
        {
            var position = PositionOf(factory, typeof(T), requirement);
            return invocation => ResourceFilter.RunAsync(requirement, invocation.Arguments[position], invocation, next);
        });
        return Demand(builder, action);
    }

    /// <summary>Demands that the caller may do an action on what a function finds for the request. Where it finds nothing the answer is 404.</summary>
    /// <param name="builder">Endpoints.</param>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <param name="find">Loads the resource; the handler's arguments are bound already.</param>
    /// <exception cref="FormatException">The action is not one.</exception>
    public static RouteHandlerBuilder RequireIam(
        this RouteHandlerBuilder builder, string action, Func<EndpointFilterInvocationContext, ValueTask<IamResource?>> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        var requirement = new IamRequirement(action);
        builder.AddEndpointFilter(async (invocation, next) =>
            await ResourceFilter.RunAsync(requirement, await find(invocation).ConfigureAwait(false), invocation, next).ConfigureAwait(false));
        return Demand(builder, action);
    }

    private static RouteHandlerBuilder Demand(RouteHandlerBuilder builder, string action) => builder.WithMetadata(new FilterDemand(action), new AuthorizeAttribute());

    private static int PositionOf(EndpointFilterFactoryContext factory, Type type, IamRequirement requirement)
    {
        if (!factory.ApplicationServices.GetRequiredService<ResourceNamer>().Knows(type))
        {
            throw new InvalidOperationException($"{requirement} is demanded for {type}, which nobody named: implement IIamResource, or say NameResources");
        }

        var found = -1;
        var parameters = factory.MethodInfo.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (type.IsAssignableFrom(parameters[i].ParameterType))
            {
                found = found < 0 ? i : throw new InvalidOperationException($"{requirement} is demanded for {type}, of which the handler {factory.MethodInfo} takes several");
            }
        }

        return found >= 0 ? found : throw new InvalidOperationException($"{requirement} is demanded for {type}, which the handler {factory.MethodInfo} does not take");
    }
}
