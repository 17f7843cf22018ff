using IamCore.Policies;
using static IamCore.Benchmarks.Workloads.Generation.Vocabulary;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>Makes the workloads from a seed. The same seed gives the same files, byte for byte.</summary>
internal sealed class WorkloadGenerator(long seed)
{
    public const long DefaultSeed = 20260101;

    private const int Questions = 1000;

    /// <summary>Three policies of five statements with exact actions; every request is allowed.</summary>
    public GeneratedWorkload Small()
    {
        var random = new RandomStream(seed + 1);
        var identity = new GeneratedPolicy[3];
        for (var p = 0; p < identity.Length; p++)
        {
            var statements = new GeneratedStatement[5];
            for (var s = 0; s < statements.Length; s++)
            {
                var actions = random.Sample(S3.Actions, 1 + random.Below(3)).Select(name => $"s3:{name}").ToArray();
                statements[s] = new(
                    $"P{p}S{s}", true, OneOrMany.Many(actions), OneOrMany.One($"arn:aws:s3:::{Apps[(p * 5) + s]}-prod/{random.Pick(Teams)}/*"));
            }

            identity[p] = new($"Policy{p}", statements);
        }

        var questions = new GeneratedQuestion[60];
        for (var i = 0; i < questions.Length; i++)
        {
            var statement = identity[i / 5 % 3].Statements[i % 5];
            var action = random.Pick(statement.Action.Items.ToArray());
            var resource = $"{statement.Resource.Items[0][..^1]}data/2026/part-{Padded(random.Below(1_000_000), 6)}.json";
            questions[i] = new(new(Role, action, resource, Account), Decision.Allow);
        }

        return new("w1", new(identity), questions);
    }

    /// <summary>Ten policies of eight statements over five services; four in ten requests allowed, three in ten denied by a statement.</summary>
    public GeneratedWorkload Typical() => Typical("w2", Services, 2);

    /// <summary>The same shape with S3 alone.</summary>
    public GeneratedWorkload TypicalOneService() => Typical("w2s3", [S3], 22);

    /// <summary>A session in another account's resources, with every policy type between.</summary>
    public GeneratedWorkload Layered()
    {
        var random = new RandomStream(seed + 3);
        var shared = LayeredPolicies.Around(TypicalPolicies.Make(random, Services, 10, 8, OtherAccount));
        var resources = new LayeredPolicies(seed);
        var questions = Mix(random, shared, () =>
        {
            var request = RandomRequest(random, Services, $"arn:aws:sts::{Account}:assumed-role/App/session-1", OtherAccount);
            return random.Chance(0.05) ? request with { Context = request.Context! with { SecureTransport = false } } : request;
        }, resources.Of);
        return new("w3", shared, questions);
    }

    /// <summary>Any number of statements about one action, one resource prefix each.</summary>
    public static GeneratedWorkload ManyStatements(int count)
    {
        const int PerPolicy = 50;
        var identity = Enumerable.Range(0, count).Chunk(PerPolicy)
            .Select((numbers, p) => new GeneratedPolicy($"Policy{p}", [.. numbers.Select(i =>
                new GeneratedStatement($"S{i}", true, OneOrMany.One("s3:GetObject"), OneOrMany.One($"{Tenant(i)}*")))]))
            .ToArray();
        return new(
            $"w4-{count}",
            new(identity),
            [Question("last", count - 1, Decision.Allow), Question("none", 99_999, Decision.ImplicitDeny)]);

        static string Tenant(int i) => $"arn:aws:s3:::bucket-{Padded(i % 97, 2)}/tenant-{Padded(i, 5)}/";
        static GeneratedQuestion Question(string name, int tenant, Decision expected) =>
            new(new(Role, "s3:GetObject", $"{Tenant(tenant)}data/2026/part-000001.json", Account), expected) { Name = name };
    }

    /// <summary>Documents for reading: <c>w6</c>.</summary>
    public IEnumerable<GeneratedPolicy> Documents()
    {
        var random = new RandomStream(seed + 6);
        return Enumerable.Range(0, 100).SelectMany(_ => TypicalPolicies.Make(random, [S3], 10, 8, Account));
    }

    /// <summary>Questions of members of groups, every other one about the next group's data: <c>w5</c>.</summary>
    public IEnumerable<GeneratedQuestion> DirectoryQuestions()
    {
        var random = new RandomStream(seed + 5);
        for (var i = 0; i < Questions; i++)
        {
            var user = random.Below(Directory.Users);
            var isOwn = i % 2 == 0;
            var own = user / Directory.UsersPerGroup;
            var group = isOwn ? own : (own + 1 + random.Below(9998)) % Directory.Groups;
            var resource = $"{Directory.DataOf(group)}part-{Padded(random.Below(1_000_000), 6)}.json";
            yield return new(
                new($"arn:aws:iam::{Account}:user/{Directory.UserName(user)}", "s3:GetObject", resource, Account),
                isOwn ? Decision.Allow : Decision.ImplicitDeny);
        }
    }

    private GeneratedWorkload Typical(string name, Service[] services, int stream)
    {
        var random = new RandomStream(seed + stream);
        var shared = new GeneratedPolicies(TypicalPolicies.Make(random, services, 10, 8, Account));
        return new(name, shared, Mix(random, shared, () => RandomRequest(random, services, Role, Account), null));
    }

    private static GeneratedRequest RandomRequest(RandomStream random, Service[] services, string principal, string account)
    {
        // The order of the draws is part of the format.
        var service = random.Pick(services);
        var region = random.Pick(Regions);
        var action = $"{service.Name}:{random.Pick(service.Actions)}";
        var app = random.Pick(Apps);
        var environment = random.Pick(Environments);
        var team = random.Pick(Teams);
        var resource = Resource(service, app, environment, team, region, account, random);
        var callersTeam = random.Pick(Teams);
        var address = random.Pick(Addresses);
        return new(principal, action, resource, account)
        {
            Context = new(callersTeam, address, Mfa: random.Chance(0.5), region, SecureTransport: true),
        };
    }

    /// <summary>Different requests, drawn until each decision has its share, then shuffled.</summary>
    private static GeneratedQuestion[] Mix(
        RandomStream random, GeneratedPolicies shared, Func<GeneratedRequest> draw, Func<string, GeneratedPolicy>? resourcePolicy)
    {
        var wanted = new Dictionary<Decision, int>
        {
            [Decision.Allow] = Questions * 4 / 10,
            [Decision.ExplicitDeny] = Questions * 3 / 10,
            [Decision.ImplicitDeny] = Questions * 3 / 10,
        };
        var seen = new HashSet<GeneratedRequest>();
        var questions = new List<GeneratedQuestion>(Questions);
        while (questions.Count < Questions)
        {
            var request = draw();
            var own = resourcePolicy?.Invoke(request.Resource);
            var expected = ExpectedDecision.Of(request, shared, own);
            if (wanted[expected] > 0 && seen.Add(request))
            {
                wanted[expected]--;
                questions.Add(new(request, expected, own));
            }
        }

        for (var i = questions.Count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (questions[i], questions[j]) = (questions[j], questions[i]);
        }

        return [.. questions];
    }
}

/// <summary>Policies and questions under a name.</summary>
internal sealed record GeneratedWorkload(string Name, GeneratedPolicies Policies, GeneratedQuestion[] Questions);
