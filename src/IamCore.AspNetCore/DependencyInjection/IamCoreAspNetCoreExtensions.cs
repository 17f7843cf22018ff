using System.Diagnostics.CodeAnalysis;
using IamCore;
using IamCore.AspNetCore;
using IamCore.AspNetCore.Authorization;
using IamCore.AspNetCore.Principals;
using IamCore.AspNetCore.Reporting;
using IamCore.AspNetCore.Resources;
using IamCore.AspNetCore.Startup;
using IamCore.AspNetCore.Templates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers IamCore with an ASP.NET Core host.</summary>
public static class IamCoreAspNetCoreExtensions
{
    /// <summary>
    /// Lets the host's authorization understand <see cref="IamRequirement"/>, and checks at start that every endpoint's requirement fits its route. What the
    /// host registered itself stays: <see cref="IIamPrincipalSource"/>, <see cref="IAuthorizationMiddlewareResultHandler"/>.
    /// </summary>
    /// <param name="builder">What <c>AddIamCore</c> gave.</param>
    /// <param name="configure">Sets options.</param>
    public static IamCoreBuilder AddAspNetCore(this IamCoreBuilder builder, Action<IamAspNetCoreOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<IamAspNetCoreOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(EndpointBindings)))
        {
            return builder;
        }

        services.AddAuthorization();
        services.AddRouting();
        services.AddMetrics();
        services.AddHttpContextAccessor();
        services.AddSingleton<EndpointBindings>();
        services.AddSingleton<ResourceNamer>();
        services.AddSingleton<IamMeter>();
        services.AddSingleton<DenialReports>();
        services.AddSingleton(static provider => new IamEndpointSource(
            provider.GetRequiredService<EndpointDataSource>(), provider.GetRequiredService<IAuthorizationPolicyProvider>()));
        services.AddSingleton<IStartupFilter, EndpointCheck>();
        services.AddSingleton<IAuthorizationHandler, IamRequirementHandler>();
        services.TryAddSingleton<IIamPrincipalSource, PrincipalSource>();
        services.Replace<IAuthorizationMiddlewareResultHandler, AuthorizationMiddlewareResultHandler>(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, IamAuthorizationResultHandler>());
        services.Replace<IAuthorizationHandlerProvider, DefaultAuthorizationHandlerProvider>(ServiceDescriptor.Transient<IAuthorizationHandlerProvider, RequirementHandlers>());
        return builder;
    }

    /// <summary>Asks the host for context keys, behind the providers registered already.</summary>
    public static IamCoreBuilder AddContext<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>(this IamCoreBuilder builder)
        where TProvider : class, IIamContextProvider
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IIamContextProvider, TProvider>();
        return builder;
    }

    /// <summary>Says which resources the host's objects of a type, and of types derived from it, are.</summary>
    public static IamCoreBuilder NameResources<T>(this IamCoreBuilder builder, Func<T, IamResource> name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        builder.Services.AddSingleton(new ResourceNaming(typeof(T), subject => name((T)subject)));
        return builder;
    }

    /// <summary>Ours in place of the framework's own. What the host registered itself stays.</summary>
    private static void Replace<TService, TFramework>(this IServiceCollection services, ServiceDescriptor ours)
    {
        var present = services.LastOrDefault(service => service.ServiceType == typeof(TService));
        if (present is null || present.ImplementationType == typeof(TFramework))
        {
            services.RemoveAll<TService>();
            services.Add(ours);
        }
    }
}
