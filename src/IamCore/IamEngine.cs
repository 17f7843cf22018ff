using IamCore.Authorization;
using IamCore.Predefined;
using IamCore.Stores;

namespace IamCore;

/// <summary>
/// IamCore without a dependency injection container: a directory, its administration and its authorizer. Keep one instance for as long as the application
/// runs; with a container, use <c>AddIamCore</c> instead.
/// </summary>
/// <example>
/// <code>
/// using var engine = new IamEngine();
/// IamAccount account = await engine.Directory.Instance.ExecuteAsync(new CreateAccount("Acme", "root@acme.example"));
/// await engine.Directory.ForAccount(account.AccountId).ExecuteAsync(new CreateUser("alice"));
/// AccessResult result = await engine.Authorizer.AuthorizeAsync(
///     $"arn:aws:iam::{account.AccountId}:user/alice", "docs:Read", "arn:aws:docs:::document/13");
/// </code>
/// </example>
public sealed class IamEngine : IDisposable
{
    private readonly DirectoryAuthorizer _authorizer;
    private readonly Lazy<IamDirectory> _directory;

    /// <summary>Creates an engine.</summary>
    /// <param name="store">The store, which the caller disposes; an <see cref="InMemoryDirectoryStore"/> if <see langword="null"/>.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    /// <exception cref="InvalidOperationException">One or more settings are out of range.</exception>
    public IamEngine(IDirectoryStore? store = null, IamEngineOptions? options = null)
    {
        options ??= new();
        Store = store ?? new InMemoryDirectoryStore();
        _authorizer = new DirectoryAuthorizer(Store, new()
        {
            Authorizer = options.Authorizer,
            PredefinedPolicies = options.Directory.PredefinedPolicies,
            ResourcePolicies = options.ResourcePolicies,
            Observers = options.Observers,
            TimeProvider = options.Directory.TimeProvider,
            LastAccessed = options.Directory.LastAccessed,
        });
        PredefinedPolicies = options.Directory.PredefinedPolicies;
        var administration = options.Directory with
        {
            LastAccessed = options.Authorizer.RecordLastAccessed ? _authorizer.LastAccessed : options.Directory.LastAccessed,
        };
        _directory = new(() => new IamDirectory(Store, administration));
        Simulator = new AccessSimulator(_authorizer, Store);
    }

    /// <summary>The store.</summary>
    public IDirectoryStore Store { get; }

    /// <summary>Administers the directory; created on first use.</summary>
    /// <exception cref="InvalidOperationException">
    /// The store is durable, but no <see cref="CredentialOptions.SecretProtector"/> is configured (CR-106).
    /// </exception>
    public IamDirectory Directory => _directory.Value;

    /// <summary>The predefined policies.</summary>
    public PredefinedPolicies PredefinedPolicies { get; }

    /// <summary>Decides questions.</summary>
    public IAuthorizer Authorizer => _authorizer;

    /// <summary>Simulates decisions without recording or reporting them.</summary>
    public AccessSimulator Simulator { get; }

    /// <summary>The record of which identity last used which action.</summary>
    public LastAccessed LastAccessed => _authorizer.LastAccessed;

    /// <summary>Stops watching the store. The store itself is not disposed.</summary>
    public void Dispose() => _authorizer.Dispose();
}
