namespace IamCore.Callers;

/// <summary>
/// The context of a request made with a session: what the session vouches for, then what the host knows. A key that only sessions can
/// have never comes from the host (EV-013, ST-027).
/// </summary>
internal sealed class SessionContext(IRequestContext own, IRequestContext host) : IRequestContext
{
    public ContextValue Find(ContextKey key)
    {
        var value = own.Find(key);
        return value.IsAbsent && !key.IsOfCaller ? host.Find(key) : value;
    }
}
