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

/// <summary>Registers IamCore with a dependency injection container.</summary>
public static class IamCoreServiceCollectionExtensions
{
    /// <summary>
    /// Registers the authorizer, the directory with its administration, and the authentication of callers, all as singletons. What the host registers, before
    /// or afterwards, replaces or supplements the defaults:
    /// <list type="table">
    /// <listheader><term>Service</term><description>Purpose and default</description></listheader>
    /// <item><term><see cref="IDirectoryStore"/></term><description>Stores the directory; an <see cref="InMemoryDirectoryStore"/>.</description></item>
    /// <item><term><see cref="TimeProvider"/></term><description>The clock; <see cref="TimeProvider.System"/>.</description></item>
    /// <item><term><see cref="PredefinedPolicies"/></term><description>The AWS-managed policies; <see cref="PredefinedPolicies.Default"/>.</description></item>
    /// <item><term><see cref="ISecretProtector"/></term><description>Seals secrets; none, which durable stores refuse.</description></item>
    /// <item><term><see cref="IResourcePolicySource"/></term><description>The host's resource-based policies; none.</description></item>
    /// <item><term><see cref="IAccessObserver"/></term><description>Any number of observers of decisions.</description></item>
    /// <item><term><see cref="IDirectoryObserver"/></term><description>Any number of observers of changes and sign-ins.</description></item>
    /// <item><term><see cref="IExternalIdentityProvider"/>, <see cref="IDirectorySource"/></term>
    /// <description>Authenticate users of Identity Center other than by its own directory; none.</description></item>
    /// <item><term><see cref="IMeterFactory"/></term><description>Creates the meter <c>IamCore</c>; the authorizer creates its own.</description></item>
    /// </list>
    /// To be resolved are <see cref="IAuthorizer"/>, <see cref="IamDirectory"/>, <see cref="AccessSimulator"/>, <see cref="CallerAuthorizer"/>,
    /// <see cref="CallerAuthenticator"/>, <see cref="SignInService"/> and <see cref="SecurityTokenService"/>, among others.
    /// </summary>
    /// <remarks>May be called several times; the settings accumulate.</remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Configures the authorizer; called immediately.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="InvalidOperationException">One or more settings are out of range; the message lists all of them.</exception>
    /// <example>
    /// <code>
    /// services.AddIamCore(options =&gt; options.MaxStaleness = TimeSpan.FromSeconds(1))
    ///     .UseJsonFile("directory.json")
    ///     .UseSecretProtector(new AesGcmSecretProtector([new SecretKey(1, key)]));
    /// </code>
    /// </example>
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
            new()
            {
                Authorizer = provider.GetRequiredService<AuthorizerOptions>(),
                PredefinedPolicies = provider.GetRequiredService<PredefinedPolicies>(),
                ResourcePolicies = provider.GetService<IResourcePolicySource>(),
                Observers = [.. provider.GetServices<IAccessObserver>()],
                TimeProvider = provider.GetRequiredService<TimeProvider>(),
                MeterFactory = provider.GetService<IMeterFactory>(),
                LastAccessed = provider.GetRequiredService<LastAccessed>(),
            }));
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

/// <summary>A change to the directory options, applied when they are first resolved.</summary>
internal sealed record DirectoryOptionsChange(Func<IamDirectoryOptions, IamDirectoryOptions> Apply);
