using System.Collections.Frozen;

namespace IamCore.Callers;

/// <summary>
/// The context of a request made with a session: what the session vouches for, then what the host knows. A key that only sessions can
/// have never comes from the host (EV-013, ST-027).
/// </summary>
internal sealed class SessionContext(IRequestContext own, IRequestContext host) : IRequestContext
{
    private static readonly FrozenSet<string> SessionKeys = new[]
    {
        "aws:tokenissuetime", "aws:multifactorauthpresent", "aws:multifactorauthage", "aws:sourceidentity", "aws:userid", "aws:federatedprovider",
        "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:principalorgid", "aws:principalorgpaths",
        "aws:assumedroot", "aws:principalservicenameslist", "identitystore:userid", "ec2:sourceinstancearn", "ec2:roledelivery",
        "aws:ec2instancesourcevpc", "aws:ec2instancesourceprivateipv4", "aws:username", "aws:principalservicename",
    }.ToFrozenSet(StringComparer.Ordinal);

    public ContextValue Find(ContextKey key)
    {
        var value = own.Find(key);
        return value.IsAbsent && !IsOfSessions(key.Name) ? host.Find(key) : value;
    }

    /// <summary>
    /// Whether only a session can provide the key. Keys of web identity providers begin with a host name, which no service's keys do (ST-057).
    /// </summary>
    internal static bool IsOfSessions(string name) =>
        SessionKeys.Contains(name) || name.StartsWith("aws:principaltag/", StringComparison.Ordinal) || name.StartsWith("saml:", StringComparison.Ordinal)
        || name.AsSpan(0, Math.Max(0, name.IndexOf(':', StringComparison.Ordinal))).Contains('.');
}
