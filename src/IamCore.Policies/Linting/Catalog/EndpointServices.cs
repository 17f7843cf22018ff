namespace IamCore.Policies.Linting.Catalog;

/// <summary>
/// Services whose requests tell who owns the network endpoint they came through, by AWS's page on global condition keys. Data: change it as
/// AWS adds services.
/// </summary>
internal static class EndpointServices
{
    public static ValueList<string> Prefixes { get; } =
    [
        "acm-pca", "applicationinsights", "apprunner", "athena", "cloudformation", "comprehendmedical", "compute-optimizer", "datasync",
        "discovery", "dynamodb", "ebs", "ecr", "ecs", "firehose", "gamelift", "healthlake", "iam", "iotfleetwise", "iotwireless",
        "kinesisanalytics", "kms", "lambda", "medical-imaging", "omics", "payment-cryptography", "polly", "rbin", "rekognition", "route53",
        "s3", "scheduler", "servicediscovery", "servicequotas", "shield", "ssm-contacts", "storagegateway", "textract", "transcribe",
        "transfer",
    ];
}
