using IamCore.Authorization;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore;

/// <summary>IamCore without a container: one directory with all that works on it. Keep one as long as the application runs.</summary>
public sealed class IamEngine : IDisposable
{
    private readonly DirectoryAuthorizer _authorizer;
    private readonly Lazy<IamDirectory> _directory;

    /// <summary>Works on a store, which stays the caller's to dispose of.</summary>
    /// <param name="store">The directory; in memory by default.</param>
    /// <param name="options">How the authorizer works.</param>
    /// <param name="predefined">The predefined policies; the library's own by default.</param>
    /// <param name="resourcePolicies">The host's resource policies; none by default.</param>
    /// <param name="observers">Who is told of decisions.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <param name="directory">How the directory is administered; its clock and predefined policies are those given here.</param>
    /// <exception cref="InvalidOperationException">The options are wrong.</exception>
    public IamEngine(
        IDirectoryStore? store = null,
        AuthorizerOptions? options = null,
        PredefinedPolicies? predefined = null,
        IResourcePolicySource? resourcePolicies = null,
        IEnumerable<IAccessObserver>? observers = null,
        TimeProvider? time = null,
        IamDirectoryOptions? directory = null)
    {
        Store = store ?? new InMemoryDirectoryStore();
        PredefinedPolicies = predefined ?? PredefinedPolicies.Default;
        options ??= new AuthorizerOptions();
        directory ??= new();
        _authorizer = new DirectoryAuthorizer(Store, options, PredefinedPolicies, resourcePolicies, observers, time, null, directory.LastAccessed);
        var administration = directory with
        {
            PredefinedPolicies = PredefinedPolicies,
            TimeProvider = time ?? TimeProvider.System,
            LastAccessed = options.RecordLastAccessed ? _authorizer.LastAccessed : directory.LastAccessed,
        };
        _directory = new(() => new IamDirectory(Store, administration));
        Simulator = new AccessSimulator(_authorizer, Store);
    }

    /// <summary>The directory.</summary>
    public IDirectoryStore Store { get; }

    /// <summary>Administers the directory; made when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">The store outlives the process and there is no <see cref="CredentialOptions.SecretProtector"/> (CR-106).</exception>
    public IamDirectory Directory => _directory.Value;

    /// <summary>The predefined policies.</summary>
    public PredefinedPolicies PredefinedPolicies { get; }

    /// <summary>Decides.</summary>
    public IAuthorizer Authorizer => _authorizer;

    /// <summary>Asks what would be decided.</summary>
    public AccessSimulator Simulator { get; }

    /// <summary>Which identity last used which action.</summary>
    public LastAccessed LastAccessed => _authorizer.LastAccessed;

    /// <summary>Stops following the store.</summary>
    public void Dispose() => _authorizer.Dispose();
}
