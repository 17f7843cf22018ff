using IamCore.Administration;
using IamCore.Callers;
using IamCore.Credentials;
using IamCore.Principals;
using IamCore.Stores;

namespace IamCore;

/// <summary>A directory of identities: a store, and the rules by which it changes. The entrance for the host's own code, which it trusts (ID-007).</summary>
public sealed class IamDirectory
{
    /// <summary>Puts a directory on a store.</summary>
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

    /// <summary>Where it is kept.</summary>
    public IDirectoryStore Store { get; }

    /// <summary>Its settings. The predefined policies are those given and those of the services' own roles (ID-128): an authorizer over the
    /// same store is given them too.</summary>
    public IamDirectoryOptions Options { get; }

    /// <summary>Writers of this process take turns, so that none is overtaken by its neighbours.</summary>
    internal SemaphoreSlim Writing { get; } = new(1, 1);

    /// <summary>What bears on its principals, for decisions.</summary>
    public PrincipalPolicyReader Principals { get; }

    /// <summary>The trusted façade for what belongs to no account: creating accounts above all.</summary>
    public IamAdministration Instance { get; }

    /// <summary>The trusted façade of one account: no call is authorized.</summary>
    public IamAdministration ForAccount(AccountId account) =>
        account.IsNone ? throw new ArgumentException("An account is needed", nameof(account)) : new(this, account, null);

    /// <summary>
    /// The façade of an authenticated caller, on its own account: every call is authorized by the caller's policies as they are at that
    /// moment (ID-007, ID-237, ID-245).
    /// </summary>
    /// <param name="caller">Who calls: a key, or a session.</param>
    /// <param name="context">What the host knows of the request, for example <c>aws:SourceIp</c>; the keys of sessions and operations are not asked for.</param>
    public IamAdministration ForCaller(Caller caller, IRequestContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(this, caller.Account, new CallerGate(this, caller, context ?? RequestContext.Empty));
    }

    /// <summary>Reports about last-accessed data that were asked for here (ID-267).</summary>
    internal AccessJobs AccessJobs { get; } = new();

    /// <summary>When root users were last used here.</summary>
    internal RootUses RootUses { get; } = new();

    /// <summary>What credentials and sessions are made with.</summary>
    internal CredentialServices Credentials { get; }

    /// <summary>The handle of a registered service, for start-up code to hand to that service alone (ID-123, ST-115).</summary>
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
