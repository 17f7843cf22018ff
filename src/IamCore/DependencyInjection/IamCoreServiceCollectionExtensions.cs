using System.Diagnostics.Metrics;
using IamCore;
using IamCore.Authorization;
using IamCore.Configuration;
using IamCore.Credentials.Secrets;
using IamCore.Predefined;
using IamCore.Sessions;
using IamCore.Sessions.SignIn;
using IamCore.Stores;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers IamCore with a host.</summary>
public static class IamCoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IAuthorizer"/> and what it needs, <see cref="IamDirectory"/> with what administers it, and what proves callers and decides about them, all as singletons. What the host registered before stays, what it registers afterwards
    /// takes the place: the store is a <see cref="IDirectoryStore"/> (in memory by default), the clock a <see cref="TimeProvider"/>, the host's
    /// resource policies a <see cref="IResourcePolicySource"/>, who is told of decisions a <see cref="IAccessObserver"/>, who is told of changes and sign-ins
    /// a <see cref="IDirectoryObserver"/>, where people of Identity Center prove who they are a <see cref="IExternalIdentityProvider"/> or a
    /// <see cref="IDirectorySource"/>. Called again it adds to the options.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options; called at once.</param>
    /// <exception cref="InvalidOperationException">An option is wrong; the message names all such.</exception>
    public static IamCoreBuilder AddIamCore(this IServiceCollection services, Action<AuthorizerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = FindOptions(services);
        if (options is null)
        {
            options = new AuthorizerOptions();
            services.AddSingleton(options);
        }

        configure?.Invoke(options);
        options.Validate();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(PredefinedPolicies.Default);
        services.TryAddSingleton<IDirectoryStore, InMemoryDirectoryStore>();
        services.TryAddSingleton<IDirectoryLoader>(static provider => provider.GetRequiredService<IDirectoryStore>());
        services.TryAddSingleton<IDirectoryCatalog>(static provider => provider.GetRequiredService<IDirectoryStore>());
        services.TryAddSingleton<IDirectoryWriter>(static provider => provider.GetRequiredService<IDirectoryStore>());
        services.TryAddSingleton<IDirectoryWatch>(static provider => provider.GetRequiredService<IDirectoryStore>());
        services.TryAddSingleton<IamDirectoryOptions>(DirectoryOptions);
        services.TryAddSingleton(static provider =>
            new IamDirectory(provider.GetRequiredService<IDirectoryStore>(), provider.GetRequiredService<IamDirectoryOptions>()));
        services.TryAddSingleton<SignInService>();
        services.TryAddSingleton<SecurityTokenService>();
        services.TryAddSingleton<CallerAuthenticator>();
        services.TryAddSingleton<ServiceCredentialAuthenticator>();
        services.TryAddSingleton(static provider => new DirectoryAuthorizer(
            provider.GetRequiredService<IDirectoryStore>(),
            provider.GetRequiredService<AuthorizerOptions>(),
            provider.GetRequiredService<PredefinedPolicies>(),
            provider.GetService<IResourcePolicySource>(),
            provider.GetServices<IAccessObserver>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IMeterFactory>(),
            provider.GetRequiredService<LastAccessed>()));
        services.TryAddSingleton<IAuthorizer>(static provider => provider.GetRequiredService<DirectoryAuthorizer>());
        services.TryAddSingleton(static provider => new LastAccessed(provider.GetRequiredService<AuthorizerOptions>().MaxTrackedIdentities));
        services.TryAddSingleton<AccessSimulator>();
        services.TryAddSingleton<CallerAuthorizer>();
        return new IamCoreBuilder(services);
    }

    private static IamDirectoryOptions DirectoryOptions(IServiceProvider provider)
    {
        var options = new IamDirectoryOptions
        {
            PredefinedPolicies = provider.GetRequiredService<PredefinedPolicies>(),
            TimeProvider = provider.GetRequiredService<TimeProvider>(),
            Credentials = new() { SecretProtector = provider.GetService<ISecretProtector>() },
            LastAccessed = provider.GetRequiredService<AuthorizerOptions>().RecordLastAccessed ? provider.GetRequiredService<LastAccessed>() : null,
            Observers = [.. provider.GetServices<IDirectoryObserver>()],
            IdentityCenter = new() { ExternalProvider = provider.GetService<IExternalIdentityProvider>(), DirectorySource = provider.GetService<IDirectorySource>() },
        };
        foreach (var change in provider.GetServices<DirectoryOptionsChange>())
        {
            options = change.Apply(options);
        }

        return options;
    }

    private static AuthorizerOptions? FindOptions(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(AuthorizerOptions) && !service.IsKeyedService)
            {
                return service.ImplementationInstance as AuthorizerOptions
                    ?? throw new InvalidOperationException("AuthorizerOptions must be registered as an instance, or left to AddIamCore");
            }
        }

        return null;
    }
}

/// <summary>One change of the directory's options.</summary>
internal sealed record DirectoryOptionsChange(Func<IamDirectoryOptions, IamDirectoryOptions> Apply);
