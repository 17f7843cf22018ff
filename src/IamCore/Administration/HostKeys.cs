namespace IamCore.Administration;

/// <summary>The host's context keys, without those that only the operation itself may set.</summary>
internal sealed class HostKeys(IRequestContext host) : IRequestContext
{
    private static readonly string[] OfOperations =
        ["iam:", "iamcore:", "organizations:", "account:", "aws:requesttag/", "aws:resourcetag/", "aws:tagkeys"];

    public ContextValue Find(ContextKey key) =>
        Array.Exists(OfOperations, prefix => key.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ? default : host.Find(key);
}
