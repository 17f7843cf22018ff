using System.Globalization;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>The names that workloads are made of: five services, twenty applications of eight teams in three environments.</summary>
internal static class Vocabulary
{
    public const string Account = "111111111111";
    public const string OtherAccount = "222222222222";
    public const string Role = $"arn:aws:iam::{Account}:role/App";

    public static readonly string[] Teams = [.. Enumerable.Range(0, 8).Select(i => $"team-{i}")];
    public static readonly string[] Apps = [.. Enumerable.Range(0, 20).Select(i => $"app-{Padded(i, 2)}")];
    public static readonly string[] Environments = ["dev", "test", "prod"];
    public static readonly string[] Regions = ["us-east-1", "eu-west-1"];
    public static readonly string[] Addresses = ["10.1.2.3", "192.0.2.77", "198.51.100.9", "203.0.113.20", "203.0.113.200", "172.16.4.4"];
    public static readonly string[] Networks = ["10.0.0.0/8", "192.0.2.0/24", "198.51.100.0/25", "203.0.113.16/28"];

    public static readonly Service S3 = new(
        "s3",
        ["GetObject", "PutObject", "DeleteObject", "GetObjectTagging", "PutObjectTagging", "DeleteObjectTagging", "GetObjectVersion",
            "DeleteObjectVersion", "GetObjectRetention", "PutObjectRetention", "AbortMultipartUpload", "ListMultipartUploadParts"],
        ["Get*", "Put*", "Delete*", "*Tagging", "GetObject*", "*Object", "*Retention", "DeleteObject*"],
        "arn:aws:s3:::*-prod/*");

    public static readonly Service[] Services =
    [
        S3,
        new(
            "dynamodb",
            ["GetItem", "PutItem", "DeleteItem", "UpdateItem", "Query", "Scan", "BatchGetItem", "BatchWriteItem"],
            ["*Item", "Get*", "Batch*", "Put*"],
            "arn:aws:dynamodb:*:*:table/*-prod-*"),
        new(
            "sqs",
            ["SendMessage", "ReceiveMessage", "DeleteMessage", "GetQueueAttributes", "PurgeQueue"],
            ["*Message", "Get*", "*"],
            "arn:aws:sqs:*:*:*-prod-*"),
        new(
            "sns",
            ["Publish", "GetTopicAttributes", "SetTopicAttributes", "Subscribe"],
            ["Get*", "*TopicAttributes"],
            "arn:aws:sns:*:*:*-prod-*"),
        new(
            "secretsmanager",
            ["GetSecretValue", "DescribeSecret", "PutSecretValue", "UpdateSecret"],
            ["Get*", "*Secret", "*SecretValue"],
            "arn:aws:secretsmanager:*:*:secret:*-prod-*"),
    ];

    public static string Padded(int number, int width) => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    /// <summary>The ARN of one resource; an S3 object's number is drawn.</summary>
    public static string Resource(Service service, string app, string environment, string team, string region, string account, RandomStream random) =>
        service.Name switch
        {
            "s3" => $"arn:aws:s3:::{app}-{environment}/{team}/data/2026/part-{Padded(random.Below(100_000), 6)}.json",
            var name => $"arn:aws:{name}:{region}:{account}:{service.ResourcePrefix}{app}-{environment}-{team}{service.ResourceSuffix}",
        };

    /// <summary>A pattern over the resources of one application, one environment or one team.</summary>
    public static string ResourcePattern(Service service, RandomStream random, string account)
    {
        var app = random.Pick(Apps);
        var environment = random.Pick(Environments);
        var team = random.Pick(Teams);
        var region = random.Chance(0.5) ? "*" : random.Pick(Regions);
        var form = random.Below(3);
        if (service == S3)
        {
            return form switch
            {
                0 => $"arn:aws:s3:::{app}-*/{team}/*",
                1 => $"arn:aws:s3:::{app}-{environment}/*",
                _ => $"arn:aws:s3:::{app}-*/*/data/*.json",
            };
        }

        var tail = form switch
        {
            0 => $"{app}-*",
            1 => $"{app}-{environment}-*",
            _ => $"*-{environment}-{team}{(service.ResourceSuffix.Length > 0 ? "-*" : "")}",
        };
        return $"arn:aws:{service.Name}:{region}:{account}:{service.ResourcePrefix}{tail}";
    }
}

/// <summary>A service of the workloads.</summary>
/// <param name="Name">The prefix of its actions and the third field of its ARNs.</param>
/// <param name="Actions">Names of actions.</param>
/// <param name="Patterns">Patterns over those names.</param>
/// <param name="ProductionPattern">The ARN pattern of everything in production.</param>
internal sealed record Service(string Name, string[] Actions, string[] Patterns, string ProductionPattern)
{
    public string ResourcePrefix => Name switch { "dynamodb" => "table/", "secretsmanager" => "secret:", _ => "" };

    public string ResourceSuffix => Name == "secretsmanager" ? "-AbCdEf" : "";
}
