using IamCore.AspNetCore;
using IamCore.AspNetCore.Authorization;
using IamCore.AspNetCore.Startup;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Protects endpoints and groups of endpoints.</summary>
public static class IamEndpointConventionBuilderExtensions
{
    /// <summary>Demands that the caller may do an action on the resource that the route names, as <see cref="IamAuthorizeAttribute"/> does.</summary>
    /// <param name="builder">Endpoints.</param>
    /// <param name="action">For example <c>docs:ReadDocument</c>.</param>
    /// <param name="resource">An ARN with route values in braces, or <c>*</c> where the action names no resource.</param>
    /// <exception cref="FormatException">The action or the template is not one.</exception>
    public static TBuilder RequireIam<TBuilder>(this TBuilder builder, string action, string resource)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(resource);
        _ = new IamRequirement(action, resource);
        builder.Add(endpoint => endpoint.Metadata.Add(new IamAuthorizeAttribute(action, resource)));
        return builder;
    }

    /// <summary>
    /// Lets the policies decide about callers who did not sign in, as the anonymous principal: a resource policy that names everybody (<c>*</c>) may allow them.
    /// It takes the place of the host's default policy on these endpoints.
    /// </summary>
    public static TBuilder AllowIamAnonymous<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(static endpoint =>
        {
            endpoint.Metadata.Add(new DecidesAboutAnonymous());
            endpoint.Metadata.Add(AnonymousRequirement.Policy);
        });
        return builder;
    }

    /// <summary>Says that endpoints demand nothing of IAM on purpose, for <see cref="IamAspNetCoreOptions.RefuseUnprotectedEndpoints"/>.</summary>
    /// <param name="builder">Endpoints.</param>
    /// <param name="reason">Why, for the next reader.</param>
    public static TBuilder WithoutIam<TBuilder>(this TBuilder builder, string reason)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        builder.Add(endpoint => endpoint.Metadata.Add(new OpenOnPurpose(reason)));
        return builder;
    }
}
