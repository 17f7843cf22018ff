namespace IamCore.Callers;

/// <summary>Two contexts of which the first answers first; both are of the session layer's own making.</summary>
internal sealed class LayeredContext(IRequestContext first, IRequestContext second) : IRequestContext
{
    public ContextValue Find(ContextKey key)
    {
        var value = first.Find(key);
        return value.IsAbsent ? second.Find(key) : value;
    }
}
