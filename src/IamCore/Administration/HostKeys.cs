namespace IamCore.Administration;

/// <summary>The host's context keys, without those that only the operation itself may set.</summary>
internal sealed class HostKeys(IRequestContext host) : IRequestContext
{
    public ContextValue Find(ContextKey key) => key.Owner == ContextKeyOwner.Operation ? default : host.Find(key);
}
