namespace IamCore.Administration;

/// <summary>What the host knows of a request, without the keys that only the operation itself gives.</summary>
internal sealed class HostKeys(IRequestContext host) : IRequestContext
{
    private static readonly string[] OfOperations =
        ["iam:", "iamcore:", "organizations:", "account:", "aws:requesttag/", "aws:resourcetag/", "aws:tagkeys"];

    public ContextValue Find(ContextKey key) =>
        Array.Exists(OfOperations, prefix => key.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ? default : host.Find(key);
}
