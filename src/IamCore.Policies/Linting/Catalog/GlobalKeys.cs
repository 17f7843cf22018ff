namespace IamCore.Policies.Linting.Catalog;

/// <summary>The condition keys that every service's requests may carry (VA-220), and what is known of a few others (VA-028, VA-117).</summary>
internal static class GlobalKeys
{
    /// <summary>The prefix of global keys.</summary>
    public const string Prefix = "aws:";

    /// <summary>Service prefixes whose requests carry the keys of the network endpoint's owner (VA-427).</summary>
    private static readonly ValueList<string> EndpointOwnerServices = EndpointServices.Prefixes;

    /// <summary>The built-in table: name without prefix, types, whether optional.</summary>
    public static ValueList<CatalogConditionKey> All { get; } = [.. Build()];

    /// <summary>Keys of AWS services that checks treat specially, whether or not a catalog declares them.</summary>
    public static ValueList<CatalogConditionKey> WellKnown { get; } =
    [
        new() { Name = "iam:PassedToService", Types = ["String"], Format = ConditionKeyFormat.ServicePrincipal },
        new() { Name = "iam:AWSServiceName", Types = ["String"], Format = ConditionKeyFormat.ServicePrincipal },
        new() { Name = "kms:ViaService", Types = ["String"], Format = ConditionKeyFormat.ServicePrincipal },
        new() { Name = "s3:x-amz-server-side-encryption-aws-kms-key-id", Types = ["ARN"], Format = ConditionKeyFormat.KmsKeyArn },
        new() { Name = "s3:ResourceAccount", Types = ["String"], IrrelevantFor = ["AWS::S3::Bucket", "AWS::S3::AccessPoint"] },
    ];

    private static IEnumerable<CatalogConditionKey> Build()
    {
        const string S = "String", M = "ArrayOfString", A = "ARN", B = "Bool", N = "Numeric", D = "Date", I = "IPAddress";
        const ConditionKeyFormat Service = ConditionKeyFormat.ServicePrincipal;
        yield return Optional("CalledVia", M) with { Format = Service };
        yield return Optional("CalledViaFirst", S) with { Format = Service };
        yield return Optional("CalledViaLast", S) with { Format = Service };
        yield return Always("CurrentTime", D);
        yield return Always("EpochTime", D, N);
        yield return Optional("Ec2InstanceSourceVpc", S);
        yield return Optional("Ec2InstanceSourcePrivateIPv4", I);
        yield return Optional("FederatedProvider", S);
        yield return Optional("MultiFactorAuthAge", N);
        yield return Optional("MultiFactorAuthPresent", B);
        yield return Always("PrincipalAccount", S) with { IsSensitive = true };
        yield return Always("PrincipalArn", A);
        yield return Optional("PrincipalIsAWSService", B);
        yield return Optional("PrincipalOrgID", S) with { IsSensitive = true };
        yield return Optional("PrincipalOrgPaths", M);
        yield return Optional("PrincipalServiceName", S) with { Format = Service };
        yield return Optional("PrincipalServiceNamesList", M) with { Format = Service };
        yield return Optional("PrincipalTag/${TagKey}", S);
        yield return Always("PrincipalType", S);
        yield return Optional("Referer", S) with { IsCallerControlled = true };
        yield return Always("RequestedRegion", S) with { Format = ConditionKeyFormat.Region };
        yield return Optional("RequestTag/${TagKey}", S);
        yield return Always("ResourceAccount", S) with { IsSensitive = true };
        yield return Always("ResourceOrgID", S) with { IsSensitive = true };
        yield return Optional("ResourceOrgPaths", M);
        yield return Optional("ResourceTag/${TagKey}", S);
        yield return Always("SecureTransport", B);
        yield return Optional("SourceAccount", S) with { IsSensitive = true };
        yield return Optional("SourceArn", A);
        yield return Optional("SourceIdentity", S);
        yield return Optional("SourceIp", I);
        yield return Optional("SourceOrgID", S) with { IsSensitive = true };
        yield return Optional("SourceOrgPaths", M);
        yield return Optional("SourceVpc", S) with { IsSensitive = true };
        yield return Optional("SourceVpcArn", A);
        yield return Optional("SourceVpce", S) with { IsSensitive = true };
        yield return Optional("TagKeys", M);
        yield return Optional("TokenIssueTime", D);
        yield return Always("UserAgent", S) with { IsCallerControlled = true };
        yield return Always("userid", S);
        yield return Optional("username", S);
        yield return Always("ViaAWSService", B);
        yield return Optional("VpceAccount", S) with { IsSensitive = true, OnlyServices = EndpointOwnerServices };
        yield return Optional("VpceOrgID", S) with { IsSensitive = true, OnlyServices = EndpointOwnerServices };
        yield return Optional("VpceOrgPaths", M) with { OnlyServices = EndpointOwnerServices };
        yield return Optional("VpcSourceIp", I) with { PairedWith = ["aws:SourceVpc", "aws:SourceVpce"] };
        yield return Optional("AssumedRoot", B);

        // Not in VA-220: on AWS's page of global keys since, or in AWS's own managed policies.
        yield return Optional("CalledViaAWSMCP", S);
        yield return Optional("ChatbotSourceArn", A);
        yield return Optional("IsMcpServiceAction", B);
        yield return Optional("PrincipalOrgMasterAccountId", S);
        yield return Optional("SignInSessionArn", A);
        yield return Optional("ViaAWSMCPService", B);
    }

    private static CatalogConditionKey Always(string name, params ReadOnlySpan<string> types) =>
        new() { Name = Prefix + name, Types = ValueList.Create(types), IsAlwaysPresent = true };

    private static CatalogConditionKey Optional(string name, params ReadOnlySpan<string> types) =>
        new() { Name = Prefix + name, Types = ValueList.Create(types), IsAlwaysPresent = false };
}
