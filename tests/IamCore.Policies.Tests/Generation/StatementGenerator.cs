using System.Collections.Immutable;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>Draws statements of the small world, most parts of them aimed at one request.</summary>
internal sealed class StatementGenerator(Rng rng, ReferenceRequest target)
{
    private readonly Dictionary<string, string> _known = Known(target);

    public GeneratedStatement Statement(PolicyType type, bool usesVariables)
    {
        var isLimiting = type is PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ServiceControl or PolicyType.VpcEndpoint;
        var isOpen = rng.Chance(isLimiting ? 40 : 6);      // Allow *, so that something else decides
        var statement = new GeneratedStatement { IsDeny = !isOpen && rng.Chance(26) };
        if (type == PolicyType.ResourceControl)
        {
            return rng.Chance(15)
                ? statement with { IsDeny = false, Principal = Everyone, Action = ["*"], Resource = ["*"] }
                : WithResource(statement with { IsDeny = true, Principal = Everyone, Action = ActionEntries(), Conditions = Conditions(usesVariables) }, usesVariables);
        }

        if (type is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint)
        {
            statement = type != PolicyType.Trust && statement.IsDeny && rng.Chance(45)
                ? statement with { NotPrincipal = NotPrincipal() }
                : statement with { Principal = isOpen && rng.Chance(50) ? Everyone : Principal() };
        }

        if (isOpen)
        {
            statement = statement with { Action = ["*"] };
            return type == PolicyType.Trust ? statement : statement with { Resource = ["*"] };
        }

        statement = rng.Chance(80)
            ? statement with { Action = ActionEntries() }
            : statement with { NotAction = NonEmpty(ActionEntries(), "iam:*") };
        if (type != PolicyType.Trust && !(type is PolicyType.Resource or PolicyType.VpcEndpoint && rng.Chance(15)))
        {
            statement = WithResource(statement, usesVariables);
        }

        return rng.Chance(65) ? statement with { Conditions = Conditions(usesVariables) } : statement;
    }

    private static GeneratedPrincipal Everyone { get; } = new(true, []);

    private static ImmutableArray<string> NonEmpty(ImmutableArray<string> list, string otherwise) => list.IsEmpty ? [otherwise] : list;

    private GeneratedStatement WithResource(GeneratedStatement statement, bool usesVariables) =>
        rng.Chance(82)
            ? statement with { Resource = rng.Chance(2) ? [] : ResourceEntries(usesVariables, rng.Chance(80)) }
            : statement with { NotResource = ResourceEntries(usesVariables, rng.Chance(25)) };

    private ImmutableArray<string> ActionEntries()
    {
        if (rng.Chance(2))
        {
            return [];
        }

        var entries = new string[1 + rng.Next(3)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = rng.Chance(60) ? AimedAction() : rng.Pick(Alphabet.ActionPatterns);
        }

        return [.. entries];
    }

    private string AimedAction()
    {
        var action = target.Action;
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        var service = action[..colon];
        var name = action[(colon + 1)..];
        return rng.Next(8) switch
        {
            0 => "*",
            1 => service + ":*",
            2 => action.ToUpperInvariant(),
            3 => action,
            4 => service + ":" + name[..rng.Next(name.Length)] + "*",
            5 => service + ":*" + name[rng.Next(name.Length)..],
            6 => service + ":" + ConditionKeys.Blurred(rng, name).Replace("é", "?", StringComparison.Ordinal),
            _ => service + ":" + name[..^1] + "?",
        };
    }

    private ImmutableArray<string> ResourceEntries(bool usesVariables, bool isAimed)
    {
        var entries = new string[1 + rng.Next(3)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = isAimed && rng.Chance(65) ? AimedResource(usesVariables)
                : rng.Chance(30) ? rng.Pick(Alphabet.ResourceTemplates) : rng.Pick(Alphabet.ResourcePatterns);
        }

        return [.. entries];
    }

    private string AimedResource(bool usesVariables)
    {
        if (target.Resource == "*" || rng.Chance(20))
        {
            return "*";
        }

        var fields = target.Resource.Split(':', 6);
        if (rng.Chance(40))
        {
            var at = rng.Of(1, 3, 4);
            fields[at] = rng.Chance(50) ? "*" : fields[at].Length > 1 ? fields[at][..^1] + rng.Of("*", "?") : "*";
        }

        var last = usesVariables ? fields[5].Replace("${", "${$}{", StringComparison.Ordinal) : fields[5];
        fields[5] = last;
        if (usesVariables && rng.Chance(30) && _known.FirstOrDefault(k => !k.Key.Contains(' ', StringComparison.Ordinal) && k.Value.Length > 0 && last.Contains(k.Value, StringComparison.Ordinal)) is { Key: not null } known)
        {
            fields[5] = last.Replace(known.Value, "${" + known.Key + "}", StringComparison.Ordinal);
        }
        else if (rng.Chance(75) && !last.Contains("${", StringComparison.Ordinal))
        {
            fields[5] = ConditionKeys.Blurred(rng, last);
        }

        return string.Join(':', fields);
    }

    private GeneratedPrincipal Principal()
    {
        if (rng.Chance(14))
        {
            return Everyone;
        }

        if (rng.Chance(2))
        {
            return new GeneratedPrincipal(false, []);
        }

        var entries = new (string, string)[1 + rng.Next(3)];
        var fitting = Chain();
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = fitting.Count > 0 && rng.Chance(60) ? rng.Pick(fitting) : rng.Pick(Alphabet.Entries);
        }

        return new GeneratedPrincipal(false, [.. entries]);
    }

    /// <summary>Most often the whole chain of PL-059, or all but one of it.</summary>
    private GeneratedPrincipal NotPrincipal()
    {
        var chain = Chain();
        if (chain.Count > 0 && rng.Chance(40))
        {
            chain.RemoveAt(rng.Next(chain.Count));
        }

        if (chain.Count == 0 || rng.Chance(25))
        {
            chain.Add(rng.Pick(Alphabet.Entries));
        }

        return new GeneratedPrincipal(false, [.. chain]);
    }

    /// <summary>Entries that name the target's caller at some level.</summary>
    private List<(string, string)> Chain()
    {
        var caller = target.Principal;
        switch (caller.Form)
        {
            case CallerForm.Service:
                return [("Service", caller.Text)];
            case CallerForm.Federated:
                return [("Federated", caller.Text)];
            case CallerForm.CanonicalUser:
                return [("CanonicalUser", caller.Text)];
        }

        if (caller.Text == "*")
        {
            return [("AWS", "*")];
        }

        var fields = caller.Text.Split(':', 6);
        var chain = new List<(string, string)> { ("AWS", rng.Chance(50) ? fields[4] : $"arn:{fields[1]}:iam::{fields[4]}:root") };
        if (fields[5] != "root" && !caller.Text.Contains('*', StringComparison.Ordinal))
        {
            chain.Add(("AWS", caller.Text));
        }

        if (caller.Role is not null || fields[5].StartsWith("assumed-role/", StringComparison.Ordinal))
        {
            chain.Add(("AWS", caller.Role ?? $"arn:{fields[1]}:iam::{fields[4]}:role/{fields[5].Split('/')[1]}"));
        }

        if (caller.User is not null)
        {
            chain.Add(("AWS", caller.User));
        }

        if (rng.Chance(30))
        {
            var id = target.Context.FirstOrDefault(c => c.Key.Equals("aws:userid", StringComparison.OrdinalIgnoreCase)).Value?.Texts[0].Split(':')[0];
            if (id is { Length: > 4 })
            {
                chain.Add(("AWS", id));
            }
        }

        return chain;
    }

    private ImmutableArray<GeneratedCondition>? Conditions(bool usesVariables)
    {
        var conditions = new List<GeneratedCondition>();
        for (var count = rng.Chance(4) ? 0 : 1 + rng.Next(2) + rng.Next(2); count > 0; count--)
        {
            var condition = Condition(usesVariables);
            if (!conditions.Any(c => c.Operator.Equals(condition.Operator, StringComparison.OrdinalIgnoreCase) && c.Key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase)))
            {
                conditions.Add(condition);
            }
        }

        return [.. conditions];
    }

    private GeneratedCondition Condition(bool usesVariables)
    {
        var (key, family) = rng.Chance(35) ? rng.Pick(ConditionKeys.Derived) : rng.Pick(ConditionKeys.Supplied);
        var comparison = rng.Next(12) switch
        {
            0 => Comparison.Null,
            1 => (Comparison)rng.Next(26),
            _ => rng.Pick(ConditionKeys.Operators[(int)family]),
        };
        var isMultivalued = target.Context.Any(c => c.Key.Equals(key, StringComparison.OrdinalIgnoreCase) && c.Value.IsArray);
        var qualifier = rng.Chance(isMultivalued ? 75 : 12) ? rng.Of(SetQualifier.ForAllValues, SetQualifier.ForAnyValue) : SetQualifier.None;
        var op = new ConditionOperator(comparison, qualifier, comparison != Comparison.Null && rng.Chance(20)).ToString();
        var actual = _known.GetValueOrDefault(key);
        var values = new string[rng.Chance(4) ? 0 : 1 + (rng.Chance(35) ? rng.Next(3) : 0)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ConditionKeys.PolicyValue(rng, comparison, usesVariables, actual);
        }

        return new GeneratedCondition(rng.Chance(10) ? op.ToUpperInvariant() : op, rng.Chance(15) ? key.ToLowerInvariant() : key, [.. values]);
    }

    /// <summary>What the target's context holds, roughly: only to aim at.</summary>
    private static Dictionary<string, string> Known(ReferenceRequest request)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in request.Context)
        {
            if (value.Texts.Count > 0)
            {
                known[key] = value.Texts[0];
            }
        }

        if (request.Principal is { Form: CallerForm.Arn, Text: not "*" })
        {
            var fields = request.Principal.Text.Split(':', 6);
            known["aws:PrincipalArn"] = request.Principal.Role ?? request.Principal.Text;
            known["aws:PrincipalAccount"] = fields[4];
            if (fields[5].StartsWith("user/", StringComparison.Ordinal))
            {
                known["aws:username"] = fields[5].Split('/')[^1];
                known["aws:PrincipalType"] = "User";
            }
        }

        if (request.Principal.Form == CallerForm.Service)
        {
            known["aws:PrincipalServiceName"] = request.Principal.Text;
        }

        if (request.ResourceAccount is not null)
        {
            known["aws:ResourceAccount"] = request.ResourceAccount;
        }

        known.TryAdd("aws:CurrentTime", "2026-01-01T00:00:00Z");
        known.TryAdd("aws:EpochTime", "1767225600");
        return known;
    }
}
