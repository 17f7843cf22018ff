using System.Diagnostics.CodeAnalysis;
using IamCore.Credentials.Secrets;
using IamCore.Predefined;
using IamCore.Stores;
using IamCore.Stores.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IamCore;

/// <summary>Configures IamCore; returned by <c>AddIamCore</c>.</summary>
public sealed class IamCoreBuilder
{
    internal IamCoreBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Stores the directory in a store that the container creates and disposes.</summary>
    /// <typeparam name="TStore">The type of the store.</typeparam>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IDirectoryStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IDirectoryStore, TStore>());
        return this;
    }

    /// <summary>Stores the directory in a store that the host creates and the container disposes.</summary>
    /// <param name="make">Creates the store.</param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseStore(Func<IServiceProvider, IDirectoryStore> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Services.Replace(ServiceDescriptor.Singleton(make));
        return this;
    }

    /// <summary>Stores the directory in an existing store, which its owner disposes.</summary>
    /// <param name="store">The store.</param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseStore(IDirectoryStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return this;
    }

    /// <summary>Stores the directory in a JSON file. An invalid file fails when the store is first used.</summary>
    /// <param name="path">The path of the file; a file that does not exist is an empty directory.</param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseJsonFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return UseStore(provider => JsonFileDirectoryStore.Open(
            path, new JsonFileDirectoryStoreOptions { TimeProvider = provider.GetRequiredService<TimeProvider>() }));
    }

    /// <summary>Replaces the predefined policies, by default <see cref="PredefinedPolicies.Default"/>.</summary>
    /// <param name="policies">The predefined policies.</param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UsePredefinedPolicies(PredefinedPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        Services.Replace(ServiceDescriptor.Singleton(policies));
        return this;
    }

    /// <summary>
    /// Sets the protector that seals the directory's secrets. A directory that outlives the process requires one (CR-106).
    /// </summary>
    /// <param name="protector">The protector.</param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseSecretProtector(ISecretProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        Services.Replace(ServiceDescriptor.Singleton(protector));
        return this;
    }

    /// <summary>
    /// Configures the administration of the directory. Changes apply in the order they were added, when the directory is first used.
    /// </summary>
    /// <param name="change">
    /// Returns the changed options, for example <c>options =&gt; options with { Quotas = … }</c>. The clock and predefined policies are
    /// already those of the
    /// container.
    /// </param>
    /// <returns>This builder.</returns>
    public IamCoreBuilder ConfigureDirectory(Func<IamDirectoryOptions, IamDirectoryOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Services.AddSingleton(new DirectoryOptionsChange(change));
        return this;
    }

    /// <summary>Uses the host's resource-based policies.</summary>
    /// <typeparam name="TSource">The type of the source, created by the container.</typeparam>
    /// <returns>This builder.</returns>
    public IamCoreBuilder UseResourcePolicies<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IResourcePolicySource
    {
        Services.Replace(ServiceDescriptor.Singleton<IResourcePolicySource, TSource>());
        return this;
    }

    /// <summary>Adds an observer of decisions to those already registered.</summary>
    /// <typeparam name="TObserver">The type of the observer, created by the container.</typeparam>
    /// <returns>This builder.</returns>
    public IamCoreBuilder AddObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IAccessObserver
    {
        Services.AddSingleton<IAccessObserver, TObserver>();
        return this;
    }
}
