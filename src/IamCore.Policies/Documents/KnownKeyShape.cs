using System.Collections.Frozen;

namespace IamCore.Policies.Documents;

/// <summary>Which of the context keys that every request may have are multivalued, and which have one value (PL-210, EV-014).</summary>
internal static class KnownKeyShape
{
    private static readonly FrozenSet<string> Multivalued = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aws:TagKeys", "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:PrincipalServiceNamesList", "aws:VpceOrgPaths", "sts:TransitiveTagKeys");

    private static readonly FrozenSet<string> SingleValued = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:username", "aws:userid", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName",
        "aws:CurrentTime", "aws:EpochTime", "aws:ResourceAccount", "aws:RequestedRegion", "aws:ViaAWSService", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge",
        "aws:TokenIssueTime", "aws:SourceIdentity", "aws:FederatedProvider", "aws:PrincipalOrgID", "aws:ResourceOrgID", "aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID",
        "aws:CalledViaFirst", "aws:CalledViaLast", "aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID",
        "aws:SecureTransport", "aws:UserAgent", "aws:referer", "aws:Ec2InstanceSourceVpc", "aws:Ec2InstanceSourcePrivateIPv4",
        "sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity");

    private static readonly string[] SingleValuedTags = ["aws:PrincipalTag/", "aws:RequestTag/", "aws:ResourceTag/"];

    public static bool IsMultivalued(string key) => Multivalued.Contains(key);

    public static bool IsSingleValued(string key) =>
        SingleValued.Contains(key) || Array.Exists(SingleValuedTags, tag => key.StartsWith(tag, StringComparison.OrdinalIgnoreCase));
}
