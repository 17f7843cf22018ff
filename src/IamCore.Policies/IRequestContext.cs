namespace IamCore.Policies;

/// <summary>
/// What a host knows of a request, asked key by key: only for keys that a statement which still matters names, and each at most once a
/// decision. Implementations answer from what they have at hand and do not throw. Keys of EV-013 that the engine derives are not asked for.
/// </summary>
public interface IRequestContext
{
    /// <summary>The value of <paramref name="key"/>; <see cref="ContextValue.Absent"/> where the request has none.</summary>
    ContextValue Find(ContextKey key);
}
