using System.Collections.Frozen;
using IamCore.Policies.Requests;
using IamCore.Policies.Values;

namespace IamCore.Policies;

/// <summary>The name of a context key, compared without regard to case (PL-105). Made once, when a document is compiled or a context filled.</summary>
public sealed class ContextKey : IEquatable<ContextKey>
{
    private static readonly FrozenDictionary<string, ContextKey> WellKnown = Known().ToFrozenDictionary(k => k.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly RecentTexts<ContextKey> Recent = new(256);

    private ContextKey(string name, DerivedKey derived)
    {
        Name = name.ToLowerInvariant();
        Hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
        Derived = derived;
    }

    /// <summary>The name in lower case.</summary>
    public string Name { get; }

    internal int Hash { get; }

    internal DerivedKey Derived { get; }

    /// <summary>
    /// The key of a name in any spelling. Keys that AWS names are one object each, and others mostly, so that comparing them costs nothing.
    /// </summary>
    public static ContextKey Of(string name)
    {
        if (!Recent.TryFind(name, out var key))
        {
            key = Make(name);
            Recent.Keep(name, key);
        }

        return key;
    }

    /// <inheritdoc />
    public bool Equals(ContextKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Hash == other.Hash && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ContextKey);

    /// <inheritdoc />
    public override int GetHashCode() => Hash;

    /// <summary>The name in lower case.</summary>
    public override string ToString() => Name;

    private static ContextKey Make(string name) =>
        name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && WellKnown.TryGetValue(name, out var known)
            ? known
            : new ContextKey(name, DerivedKey.None);

    /// <summary>The keys of EV-011 to EV-014 whose names are whole.</summary>
    private static IEnumerable<ContextKey> Known()
    {
        yield return new("aws:PrincipalArn", DerivedKey.PrincipalArn);
        yield return new("aws:PrincipalAccount", DerivedKey.PrincipalAccount);
        yield return new("aws:PrincipalType", DerivedKey.PrincipalType);
        yield return new("aws:username", DerivedKey.Username);
        yield return new("aws:userid", DerivedKey.UserId);
        yield return new("aws:PrincipalIsAWSService", DerivedKey.PrincipalIsAwsService);
        yield return new("aws:PrincipalServiceName", DerivedKey.PrincipalServiceName);
        yield return new("aws:ResourceAccount", DerivedKey.ResourceAccount);
        yield return new("aws:CurrentTime", DerivedKey.CurrentTime);
        yield return new("aws:EpochTime", DerivedKey.EpochTime);
        yield return new("aws:RequestedRegion", DerivedKey.RequestedRegion);
        yield return new("aws:ViaAWSService", DerivedKey.ViaAwsService);
        yield return new("aws:MultiFactorAuthPresent", DerivedKey.MultiFactorAuthPresent);
        string[] supplied =
        [
            "aws:MultiFactorAuthAge", "aws:TokenIssueTime", "aws:TagKeys", "aws:SourceIdentity", "aws:FederatedProvider", "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:PrincipalServiceNamesList", "aws:SourceArn",
            "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast",
            "aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths",
            "aws:SecureTransport", "aws:UserAgent", "aws:referer", "aws:Ec2InstanceSourceVpc", "aws:Ec2InstanceSourcePrivateIPv4",
        ];
        foreach (var name in supplied)
        {
            yield return new(name, DerivedKey.None);
        }
    }
}
