using IamCore.Authorization.Snapshots;

namespace IamCore.Authorization;

/// <summary>
/// The host's context, completed from the directory and the session. Keys that the engine knows are never looked up in the host's
/// context, even if they are
/// absent. One instance per thread is reused.
/// </summary>
internal sealed class CompletedContext : IRequestContext
{
    [ThreadStatic]
    private static CompletedContext? t_spare;

    private IRequestContext? _host;
    private PrincipalSnapshot? _principal;
    private AccountSnapshot? _resourceAccount;
    private DateTimeOffset _now;

    public static CompletedContext Rent()
    {
        var context = t_spare ?? new CompletedContext();
        // Taken while in use: a context that asks the authorizer from within Find gets an instance of its own.
        t_spare = null;
        return context;
    }

    public void Set(IRequestContext? host, PrincipalSnapshot principal, AccountSnapshot? resourceAccount, DateTimeOffset now)
    {
        _host = host;
        _principal = principal;
        _resourceAccount = resourceAccount;
        _now = now;
    }

    /// <summary>Clears all references, so that nothing outlives its question, and makes the instance available again.</summary>
    public void Return()
    {
        _host = null;
        _principal = null;
        _resourceAccount = null;
        t_spare = this;
    }

    public ContextValue Find(ContextKey key)
    {
        var principal = _principal!;
        switch (EngineKeys.Of(key))
        {
            case EngineKey.UserId:
                return principal.UserId.IsAbsent && principal.Account is null ? Host(key) : principal.UserId;
            case EngineKey.PrincipalTag:
                return principal.Account is null ? Host(key) : principal.Tags.Find(key);
            case EngineKey.PrincipalOrganization:
                return principal.Account?.OrganizationId ?? default;
            case EngineKey.PrincipalOrganizationPaths:
                return principal.Account?.OrganizationPaths ?? default;
            case EngineKey.ResourceOrganization:
                return _resourceAccount is { Account: not null } ? _resourceAccount.OrganizationId : Host(key);
            case EngineKey.ResourceOrganizationPaths:
                return _resourceAccount is { Account: not null } ? _resourceAccount.OrganizationPaths : Host(key);
            case EngineKey.MultiFactorPresent:
                return principal.MultiFactor is not null ? ContextValue.From(true) : Session(key);
            case EngineKey.MultiFactorAge:
                return principal.MultiFactor is { } age ? age.At(_now) : Session(key);
            case EngineKey.Session:
                return Session(key);
            default:
                var own = principal.SessionKeys is { } keys ? keys.Find(key) : default;
                return own.IsAbsent ? Host(key) : own;
        }
    }

    /// <summary>Keys that only a session can know: taken from the session if its keys are known, otherwise from the host.</summary>
    private ContextValue Session(ContextKey key) => _principal!.SessionKeys is { } keys ? keys.Find(key) : Host(key);

    private ContextValue Host(ContextKey key) => _host is null ? default : _host.Find(key);
}
