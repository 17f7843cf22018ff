namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>Everything round an identity's own policies: boundary, session, three organization levels, and the policy of each resource.</summary>
internal sealed class LayeredPolicies(long seed)
{
    private static readonly GeneratedPolicy FullAccess = new("FullAWSAccess", Statement(null, true, "*", "*"));

    private readonly Dictionary<string, GeneratedPolicy> _resourcePolicies = [];

    public static GeneratedPolicies Around(GeneratedPolicy[] identity) => new(identity)
    {
        PermissionsBoundary = [Boundary()],
        Session = [Session()],
        ServiceControl =
        [
            [FullAccess, new("Regions", Statement("DenyOtherRegions", false, "*", "*") with
            {
                Conditions = [new("StringNotEquals", "aws:RequestedRegion", OneOrMany.Many(Vocabulary.Regions))],
            })],
            [FullAccess, new(
                "Guard",
                Statement("NoPlain", false, "*", "*") with { Conditions = [TypicalPolicies.Bool("aws:SecureTransport", "false")] },
                new("NoSecretsWrite", false, OneOrMany.Many("secretsmanager:Update*", "secretsmanager:Put*"), OneOrMany.One("*"))
                {
                    Conditions = [TypicalPolicies.Bool("aws:MultiFactorAuthPresent", "false")],
                })],
            [new("AccountAllow", new GeneratedStatement(
                "Allowed", true, OneOrMany.Many([.. Vocabulary.Services.Select(service => $"{service.Name}:*")]), OneOrMany.One("*")))],
        ],
    };

    /// <summary>The policy of the bucket, table, queue, topic or secret: a function of its name and the seed.</summary>
    public GeneratedPolicy Of(string resource)
    {
        var isObject = resource.StartsWith("arn:aws:s3", StringComparison.Ordinal);
        var owner = isObject ? resource.Split('/')[0] : resource;
        if (!_resourcePolicies.TryGetValue(owner, out var policy))
        {
            policy = Make(owner, isObject ? $"{owner}/*" : owner);
            _resourcePolicies.Add(owner, policy);
        }

        return policy;
    }

    private GeneratedPolicy Make(string owner, string pattern)
    {
        var hash = owner.Aggregate(7u, (sum, c) => unchecked((sum * 31) + c));
        var random = new RandomStream(seed + hash);
        var action = $"{owner.Split(':')[2]}:*";
        var partner = random.Chance(0.3)
            ? OneOrMany.One($"arn:aws:iam::{Vocabulary.Account}:root")
            : OneOrMany.Many([$"arn:aws:iam::{Vocabulary.Account}:role/Other", .. random.Chance(0.85) ? new[] { Vocabulary.Role } : []]);
        return new(
            $"policy-of-{owner}",
            Statement("Owner", true, action, pattern) with { Principal = OneOrMany.One($"arn:aws:iam::{Vocabulary.OtherAccount}:root") },
            Statement("Partner", true, action, pattern) with { Principal = partner },
            Statement("Tls", false, action, pattern) with
            {
                Principal = OneOrMany.One("*"),
                Conditions = [TypicalPolicies.Bool("aws:SecureTransport", "false")],
            });
    }

    private static GeneratedPolicy Boundary() => new(
        "Boundary",
        [
            .. Vocabulary.Services.Select(service => new GeneratedStatement(
                $"B{service.Name}",
                true,
                service == Vocabulary.S3 ? OneOrMany.Many("s3:Get*", "s3:Put*", "s3:List*", "s3:DeleteObject") : OneOrMany.One($"{service.Name}:*"),
                OneOrMany.One("*"))),
            new("NoPurge", false, OneOrMany.Many("sqs:PurgeQueue", "s3:DeleteObjectVersion"), OneOrMany.One("*")),
        ]);

    private static GeneratedPolicy Session() => new(
        "Session",
        new("Data", true, OneOrMany.Many("s3:*", "dynamodb:*", "sqs:*"), OneOrMany.One("*")),
        new("Rest", true, OneOrMany.Many("sns:*", "secretsmanager:*"), OneOrMany.One("*"))
        {
            Conditions = [new("StringEquals", "aws:RequestedRegion", OneOrMany.Many("us-east-1", "eu-west-1"))],
        },
        new("NotApp19", false, OneOrMany.One("*"), OneOrMany.Many("arn:aws:s3:::app-19-*", "arn:aws:dynamodb:*:*:table/app-19-*")));

    private static GeneratedStatement Statement(string? sid, bool allows, string action, string resource) =>
        new(sid, allows, OneOrMany.One(action), OneOrMany.One(resource));
}
