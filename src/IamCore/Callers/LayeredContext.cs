namespace IamCore.Callers;

/// <summary>Combines two contexts; the second is asked only for keys the first does not have. Neither comes from the host.</summary>
internal sealed class LayeredContext(IRequestContext first, IRequestContext second) : IRequestContext
{
    public ContextValue Find(ContextKey key)
    {
        var value = first.Find(key);
        return value.IsAbsent ? second.Find(key) : value;
    }
}
