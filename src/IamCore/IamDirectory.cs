using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore;

/// <summary>
/// A directory of accounts, users, roles and policies: a store together with the rules for changing it. The entry point of the host's own
/// code, which is
/// trusted (ID-007).
/// </summary>
/// <remarks>
/// Use <see cref="ForAccount"/> to administer an account as the host, <see cref="ForCaller"/> on behalf of an authenticated caller, and
/// <see cref="Instance"/>
/// for what belongs to no account. Safe for concurrent use; keep one instance per store.
/// </remarks>
/// <example>
/// <code>
/// var directory = new IamDirectory(new InMemoryDirectoryStore());
/// IamAccount account = await directory.Instance.ExecuteAsync(new CreateAccount("Acme", "root@acme.example"));
/// IamUser alice = await directory.ForAccount(account.AccountId).ExecuteAsync(new CreateUser("alice"));
/// </code>
/// </example>
public sealed class IamDirectory
{
    /// <summary>Creates a directory on a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="options">The settings; the default settings if <see langword="null"/>.</param>
    public IamDirectory(IDirectoryStore store, IamDirectoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
        Options = options ?? new();
        Options = Options with { PredefinedPolicies = ServiceRolePolicies.WithServices(Options.PredefinedPolicies, Options.Services) };
        Instance = new(this, default, null);
        Principals = new(store, Options.PredefinedPolicies);
        Credentials = new(Options.Credentials, store, Options.TimeProvider);
    }

    /// <summary>The store.</summary>
    public IDirectoryStore Store { get; }

    /// <summary>
    /// The settings. <see cref="IamDirectoryOptions.PredefinedPolicies"/> additionally contains the policies of the service-linked roles
    /// of registered services;
    /// pass them to an authorizer over the same store (ID-128).
    /// </summary>
    public IamDirectoryOptions Options { get; }

    /// <summary>Serializes the writers of this process, so that they do not make each other retry.</summary>
    internal SemaphoreSlim Writing { get; } = new(1, 1);

    /// <summary>Reads the policies that apply to a principal.</summary>
    public PrincipalPolicyReader Principals { get; }

    /// <summary>Administers what belongs to no account, such as creating accounts. Commands are not authorized.</summary>
    public IamAdministration Instance { get; }

    /// <summary>Administers an account as the host. Commands are not authorized.</summary>
    /// <param name="account">The account.</param>
    /// <returns>The administration of the account.</returns>
    /// <exception cref="ArgumentException"><paramref name="account"/> is the default value.</exception>
    public IamAdministration ForAccount(AccountId account) =>
        account.IsNone ? throw new ArgumentException("An account is required", nameof(account)) : new(this, account, null);

    /// <summary>
    /// Administers the caller's own account on behalf of the caller. Every command is authorized by the caller's policies as they are at
    /// that moment (ID-007,
    /// ID-237, ID-245).
    /// </summary>
    /// <param name="caller">The authenticated caller: an access key or a session.</param>
    /// <param name="context">
    /// What the host knows about the request, for example <c>aws:SourceIp</c>. It is not asked for keys that belong to sessions or
    /// operations.
    /// </param>
    /// <returns>The administration of the caller's account.</returns>
    public IamAdministration ForCaller(Caller caller, IRequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(this, caller.Account, new CallerGate(this, caller, context ?? RequestContext.Empty));
    }

    /// <summary>Last-accessed reports requested in this process (ID-267).</summary>
    internal AccessJobs AccessJobs { get; } = new();

    /// <summary>When root users were last used in this process.</summary>
    internal RootUses RootUses { get; } = new();

    /// <summary>Services for credentials and sessions.</summary>
    internal CredentialServices Credentials { get; }

    /// <summary>
    /// Opens the handle of a registered service. Meant for start-up code, which passes it to that service alone: whoever holds it acts as
    /// the service
    /// (ID-123, ST-115).
    /// </summary>
    /// <param name="principal">The service principal, for example <c>backup.amazonaws.com</c>.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">No such service is registered.</exception>
    public ServiceHandle OpenService(string principal)
    {
        foreach (var service in Options.Services)
        {
            if (service.Principal == principal)
            {
                return new(this, service);
            }
        }

        throw new ArgumentException($"The service {principal} is not registered", nameof(principal));
    }
}
