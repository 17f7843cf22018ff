namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>Policies as an account has them: wildcards in most actions and all resources, conditions in three of ten, and one guard of production.</summary>
internal static class TypicalPolicies
{
    public static GeneratedPolicy[] Make(RandomStream random, Service[] services, int policies, int statements, string account)
    {
        var total = policies * statements;
        var deny = (int)Math.Floor(total * 0.55);
        var conditional = random.Sample(Enumerable.Range(0, total).Where(i => i != deny), (int)Math.Round(total * 0.3) - 1).ToHashSet();
        var made = new GeneratedPolicy[policies];
        for (var p = 0; p < policies; p++)
        {
            var written = new GeneratedStatement[statements];
            for (var s = 0; s < statements; s++)
            {
                var index = (p * statements) + s;
                written[s] = index == deny
                    ? DenyProductionWithoutMfa(services)
                    : Allow(random, $"P{p}S{s}", random.Pick(services), conditional.Contains(index), account);
            }

            made[p] = new GeneratedPolicy($"Policy{p}", written);
        }

        return made;
    }

    private static GeneratedStatement DenyProductionWithoutMfa(Service[] services) =>
        new(
            "DenyProdWithoutMfa",
            Allows: false,
            OneOrMany.Many([.. services.Select(service => $"{service.Name}:*")]),
            OneOrMany.Many([.. services.Select(service => service.ProductionPattern)]))
        {
            Conditions = [Bool("aws:MultiFactorAuthPresent", "false")],
        };

    private static GeneratedStatement Allow(RandomStream random, string sid, Service service, bool isConditional, string account)
    {
        // Numbers are drawn in a fixed order: whether wildcards, how many actions, which; how many resources, which; the condition.
        var (names, most) = random.Chance(0.6) ? (service.Patterns, 2) : (service.Actions, 3);
        var actions = random.Sample(names, 1 + random.Below(most)).Select(name => $"{service.Name}:{name}").ToArray();
        var resources = new string[1 + random.Below(2)];
        for (var i = 0; i < resources.Length; i++)
        {
            resources[i] = Vocabulary.ResourcePattern(service, random, account);
        }

        return new(sid, Allows: true, OneOrMany.Shortest(actions), OneOrMany.Shortest(resources))
        {
            Conditions = isConditional ? Conditions(random) : [],
        };
    }

    private static List<GeneratedCondition> Conditions(RandomStream random)
    {
        var kind = random.Below(4);
        var conditions = new List<GeneratedCondition>();
        if (kind is 0 or 3)
        {
            conditions.Add(new("StringEquals", "aws:PrincipalTag/team", OneOrMany.Many(random.Sample(Vocabulary.Teams, 1 + random.Below(3)))));
        }

        if (kind is 1 or 3)
        {
            conditions.Add(new("IpAddress", "aws:SourceIp", OneOrMany.Many(random.Sample(Vocabulary.Networks, 1 + random.Below(2)))));
        }

        if (kind == 2)
        {
            conditions.Add(Bool("aws:MultiFactorAuthPresent", "true"));
        }

        return conditions;
    }

    public static GeneratedCondition Bool(string key, string value) => new("Bool", key, OneOrMany.One(value));
}
