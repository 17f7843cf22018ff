using System.Diagnostics.CodeAnalysis;
using IamCore.Credentials.Secrets;
using IamCore.Predefined;
using IamCore.Stores;
using IamCore.Stores.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IamCore;

/// <summary>Fits a registration of IamCore to its host; what <c>AddIamCore</c> returns.</summary>
public sealed class IamCoreBuilder
{
    internal IamCoreBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Keeps the directory in a store that the container makes and disposes of.</summary>
    public IamCoreBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>()
        where TStore : class, IDirectoryStore
    {
        Services.Replace(ServiceDescriptor.Singleton<IDirectoryStore, TStore>());
        return this;
    }

    /// <summary>Keeps the directory in a store that the host makes; the container disposes of it.</summary>
    public IamCoreBuilder UseStore(Func<IServiceProvider, IDirectoryStore> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Services.Replace(ServiceDescriptor.Singleton(make));
        return this;
    }

    /// <summary>Keeps the directory in a store that is there already; its owner disposes of it.</summary>
    public IamCoreBuilder UseStore(IDirectoryStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        Services.Replace(ServiceDescriptor.Singleton(store));
        return this;
    }

    /// <summary>Keeps the directory in a JSON file. A file that is wrong fails when the store is first needed.</summary>
    /// <param name="path">The file; one that does not exist is an empty directory.</param>
    public IamCoreBuilder UseJsonFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return UseStore(provider => JsonFileDirectoryStore.Open(
            path, new JsonFileDirectoryStoreOptions { TimeProvider = provider.GetRequiredService<TimeProvider>() }));
    }

    /// <summary>Uses these predefined policies instead of the library's own.</summary>
    public IamCoreBuilder UsePredefinedPolicies(PredefinedPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        Services.Replace(ServiceDescriptor.Singleton(policies));
        return this;
    }

    /// <summary>Seals the directory's secrets with this; a directory that outlives the process needs one (CR-106).</summary>
    public IamCoreBuilder UseSecretProtector(ISecretProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        Services.Replace(ServiceDescriptor.Singleton(protector));
        return this;
    }

    /// <summary>Sets how the directory is administered, after what was set before; called when it is first needed.</summary>
    /// <param name="change">For example <c>options =&gt; options with { Quotas = … }</c>; the clock and the predefined policies are the container's already.</param>
    public IamCoreBuilder ConfigureDirectory(Func<IamDirectoryOptions, IamDirectoryOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Services.AddSingleton(new DirectoryOptionsChange(change));
        return this;
    }

    /// <summary>Asks the host for the policies of resources.</summary>
    public IamCoreBuilder UseResourcePolicies<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IResourcePolicySource
    {
        Services.Replace(ServiceDescriptor.Singleton<IResourcePolicySource, TSource>());
        return this;
    }

    /// <summary>Tells an observer of every decision, beside those registered already.</summary>
    public IamCoreBuilder AddObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IAccessObserver
    {
        Services.AddSingleton<IAccessObserver, TObserver>();
        return this;
    }
}
