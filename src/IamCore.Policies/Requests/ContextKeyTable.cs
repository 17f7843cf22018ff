using System.Collections.Frozen;

namespace IamCore.Policies.Requests;

/// <summary>
/// The context keys that IamCore knows, each with its owner and shape. To add one, add its row; the authorizer, callers' contexts, the host's
/// context and the warnings read the rest from it. Any other key is the host's.
/// </summary>
internal static class ContextKeyTable
{
    /// <summary>Keys with whole names.</summary>
    public static ContextKeyRow[] Keys { get; } =
    [
        new("aws:PrincipalArn", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.PrincipalArn),
        new("aws:PrincipalAccount", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.PrincipalAccount),
        new("aws:PrincipalType", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.PrincipalType),
        new("aws:username", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.Username),
        new("aws:PrincipalIsAWSService", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.PrincipalIsAwsService),
        new("aws:PrincipalServiceName", ContextKeyOwner.Principal, ContextKeyShape.Single, DerivedKey.PrincipalServiceName),
        new("aws:ResourceAccount", ContextKeyOwner.Request, ContextKeyShape.Single, DerivedKey.ResourceAccount),
        new("aws:CurrentTime", ContextKeyOwner.Request, ContextKeyShape.Single, DerivedKey.CurrentTime),
        new("aws:EpochTime", ContextKeyOwner.Request, ContextKeyShape.Single, DerivedKey.EpochTime),
        new("aws:userid", ContextKeyOwner.Session, ContextKeyShape.Single, DerivedKey.UserId),
        new("aws:MultiFactorAuthPresent", ContextKeyOwner.Session, ContextKeyShape.Single, DerivedKey.MultiFactorAuthPresent),
        new("aws:MultiFactorAuthAge", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:TokenIssueTime", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:SourceIdentity", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:FederatedProvider", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:AssumedRoot", ContextKeyOwner.Session, ContextKeyShape.Unknown),
        new("aws:PrincipalOrgID", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:PrincipalOrgPaths", ContextKeyOwner.Session, ContextKeyShape.Multivalued),
        new("aws:Ec2InstanceSourceVpc", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:Ec2InstanceSourcePrivateIPv4", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("ec2:SourceInstanceARN", ContextKeyOwner.Session, ContextKeyShape.Unknown),
        new("ec2:RoleDelivery", ContextKeyOwner.Session, ContextKeyShape.Unknown),
        new("identitystore:UserId", ContextKeyOwner.Session, ContextKeyShape.Unknown),
        new("aws:ViaAWSService", ContextKeyOwner.Service, ContextKeyShape.Single, DerivedKey.ViaAwsService),
        new("aws:CalledVia", ContextKeyOwner.Service, ContextKeyShape.Multivalued),
        new("aws:CalledViaFirst", ContextKeyOwner.Service, ContextKeyShape.Single),
        new("aws:CalledViaLast", ContextKeyOwner.Service, ContextKeyShape.Single),
        new("aws:PrincipalServiceNamesList", ContextKeyOwner.Service, ContextKeyShape.Multivalued),
        new("aws:TagKeys", ContextKeyOwner.Operation, ContextKeyShape.Multivalued),
        new("sts:ExternalId", ContextKeyOwner.Operation, ContextKeyShape.Single),
        new("sts:RoleSessionName", ContextKeyOwner.Operation, ContextKeyShape.Single),
        new("sts:SourceIdentity", ContextKeyOwner.Operation, ContextKeyShape.Single),
        new("sts:TransitiveTagKeys", ContextKeyOwner.Operation, ContextKeyShape.Multivalued),
        new("aws:RequestedRegion", ContextKeyOwner.Host, ContextKeyShape.Single, DerivedKey.RequestedRegion),
        new("aws:ResourceOrgID", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:ResourceOrgPaths", ContextKeyOwner.Host, ContextKeyShape.Multivalued),
        new("aws:SourceArn", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:SourceAccount", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:SourceOrgID", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:SourceOrgPaths", ContextKeyOwner.Host, ContextKeyShape.Multivalued),
        new("aws:SourceIp", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:SourceVpc", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:SourceVpce", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:VpcSourceIp", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:VpceAccount", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:VpceOrgID", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:VpceOrgPaths", ContextKeyOwner.Host, ContextKeyShape.Multivalued),
        new("aws:SecureTransport", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:UserAgent", ContextKeyOwner.Host, ContextKeyShape.Single),
        new("aws:referer", ContextKeyOwner.Host, ContextKeyShape.Single),
    ];

    /// <summary>Keys by the beginnings of their names; the first that fits counts.</summary>
    public static ContextKeyRow[] Prefixes { get; } =
    [
        new("aws:PrincipalTag/", ContextKeyOwner.Session, ContextKeyShape.Single),
        new("aws:Principal", ContextKeyOwner.Session, ContextKeyShape.Unknown), // also what AWS adds one day: the host must not speak for a principal
        new("aws:RequestTag/", ContextKeyOwner.Operation, ContextKeyShape.Single),
        new("aws:ResourceTag/", ContextKeyOwner.Operation, ContextKeyShape.Single),
        new("saml:", ContextKeyOwner.Session, ContextKeyShape.Unknown),
        new("iam:", ContextKeyOwner.Operation, ContextKeyShape.Unknown),
        new("iamcore:", ContextKeyOwner.Operation, ContextKeyShape.Unknown),
        new("organizations:", ContextKeyOwner.Operation, ContextKeyShape.Unknown),
        new("account:", ContextKeyOwner.Operation, ContextKeyShape.Unknown),
    ];

    private static readonly FrozenDictionary<string, ContextKeyRow> ByName =
        Keys.ToFrozenDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys of web identity providers begin with the name of a host, which has a dot, as no service's prefix has (ST-057).</summary>
    private static readonly ContextKeyRow WebIdentity = new("", ContextKeyOwner.Session, ContextKeyShape.Unknown);

    private static readonly ContextKeyRow Other = new("", ContextKeyOwner.Host, ContextKeyShape.Unknown);

    /// <summary>Returns what is known of a key, in any letter case.</summary>
    public static ContextKeyRow Of(string name)
    {
        if (ByName.TryGetValue(name, out var row))
        {
            return row;
        }

        return Array.Find(Prefixes, prefix => name.StartsWith(prefix.Name, StringComparison.OrdinalIgnoreCase))
            ?? (name.AsSpan(0, Math.Max(0, name.IndexOf(':', StringComparison.Ordinal))).Contains('.') ? WebIdentity : Other);
    }
}
