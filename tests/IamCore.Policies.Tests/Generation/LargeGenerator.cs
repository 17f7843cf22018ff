using System.Collections.Immutable;
using System.Globalization;
using IamCore.Reference;

namespace IamCore.Policies.Tests.Generation;

/// <summary>
/// Sets of hundreds of statements: many services, many shared prefixes, exact, prefix and glob resources, NotAction and NotResource, many
/// principals and condition keys. So every path of an index is taken. Some statements are of the small world.
/// </summary>
internal sealed class LargeGenerator(Rng rng, bool isTrust)
{
    private const int Keys = 24;

    private static readonly string[] Verbs = ["Get", "Put", "List", "Delete"];
    private static readonly string[] Nouns = ["Thing", "ThingTag", "ThingTagging", "Doc", "Docs", "D"];
    private static readonly string[] Folders = ["t", "t/a", "t/a/b", "t/ab", "t/abc/", "u:v", "u:v/w", "😀", ""];

    /// <summary>Few services make large groups of statements for one of them, many make small ones.</summary>
    private readonly int _services = rng.Of(1, 3, 16);

    /// <summary>Whether most statements name actions of their own and every resource: then many different action lists stand in one place.</summary>
    private readonly bool _isWide = rng.Chance(25);

    /// <summary>Whether most statements differ by nothing but what one key must equal.</summary>
    private readonly bool _isTagged = rng.Chance(25);
    private readonly string _taggedAction = rng.Of("*", "svc0:*", "svc0:Get*");
    private readonly int _taggedDenies = rng.Of(2, 60);
    private readonly ReferenceRequest _smallTarget = new RequestGenerator(rng).Request(isTrust);
    private readonly List<GeneratedStatement> _drawn = [];
    private readonly List<GeneratedStatement> _denies = [];

    public GeneratedPolicies Policies() => new()
    {
        Identity = [.. Enumerable.Range(0, 1 + rng.Next(3)).Select(_ => Documents(PolicyType.Identity, 1 + rng.Next(3), 120))],
        PermissionsBoundary = rng.Chance(30) ? Documents(PolicyType.PermissionsBoundary, 1 + rng.Next(2), 60) : [],
        Session = rng.Chance(30) ? Documents(PolicyType.Session, 1, 60) : [],
        Resource = rng.Chance(80) ? Documents(isTrust ? PolicyType.Trust : PolicyType.Resource, 1 + rng.Next(2), 120) : [],
        ServiceControl = [.. Enumerable.Range(0, rng.Next(3)).Select(_ => Documents(PolicyType.ServiceControl, 1 + rng.Next(2), 60))],
        ResourceControl = [.. Enumerable.Range(0, rng.Next(3)).Select(_ => Documents(PolicyType.ResourceControl, rng.Next(2), 60))],
        VpcEndpoint = rng.Chance(25) ? Documents(PolicyType.VpcEndpoint, 1, 60) : [],
    };

    /// <summary>A request that some statement of the sets is about, or nearly.</summary>
    public ReferenceRequest Request()
    {
        var small = new RequestGenerator(rng).Request(isTrust);
        if (_drawn.Count == 0 || rng.Chance(10))
        {
            return small;
        }

        // Two statements each lend a part, so that parts of several statements meet.
        var first = rng.Pick(_denies.Count > 0 && rng.Chance(35) ? _denies : _drawn);
        var second = rng.Chance(80) ? first : rng.Pick(_drawn);
        var action = isTrust ? small.Action : ActionOf(first);
        var resource = isTrust ? small.Resource : ResourceOf(second);
        if (!isTrust && ReferenceEvaluator.IsTrustRequest(action, resource))
        {
            action = "svc0:GetThing";
        }

        return small with
        {
            Action = action,
            Resource = resource,
            Principal = rng.Chance(60) ? Caller(first) : small.Principal,
            Context = Context(first),
            ResourceAccount = rng.Chance(50) ? Alphabet.A : null,
        };
    }

    private ImmutableArray<GeneratedPolicy> Documents(PolicyType type, int count, int statements) =>
        [.. Enumerable.Range(0, count).Select(_ => Document(type, statements))];

    private GeneratedPolicy Document(PolicyType type, int most)
    {
        var isControl = type is PolicyType.ServiceControl or PolicyType.ResourceControl;
        var version = isControl || rng.Chance(85) ? PolicyDocument.Version2012 : null;
        var count = (most / 2) + rng.Next(most / 2);
        var statements = ImmutableArray.CreateBuilder<GeneratedStatement>(count);
        var small = new StatementGenerator(rng, _smallTarget);
        for (var i = 0; i < count; i++)
        {
            var statement = rng.Chance(5) ? Rarer(small.Statement(type, version is not null)) : Statement(type, version is not null);
            (statement.IsDeny && rng.Chance(50) ? _denies : _drawn).Add(statement);
            statements.Add(statement with { Sid = rng.Chance(50) ? "S" + i.ToString(CultureInfo.InvariantCulture) : null });
        }

        return new GeneratedPolicy(rng.Chance(50) ? "P" : null, version, statements.MoveToImmutable());
    }

    /// <summary>A statement that denies much would decide every case: among hundreds of statements few of that kind are kept.</summary>
    private GeneratedStatement Rarer(GeneratedStatement statement) =>
        statement.IsDeny && statement.Principal is not { IsEveryone: true } && !rng.Chance(4) ? statement with { IsDeny = false, NotPrincipal = null, Principal = statement.Principal ?? Everyone(statement.NotPrincipal) } : statement;

    private static GeneratedPrincipal? Everyone(GeneratedPrincipal? instead) => instead is null ? null : new GeneratedPrincipal(true, []);

    private GeneratedStatement Statement(PolicyType type, bool usesVariables)
    {
        var isLimiting = type is PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ServiceControl or PolicyType.VpcEndpoint;
        var statement = new GeneratedStatement { IsDeny = type == PolicyType.ResourceControl || rng.Chance(isLimiting ? 4 : 8) };
        var hasPrincipal = type is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint;
        if (hasPrincipal || type == PolicyType.ResourceControl)
        {
            statement = type != PolicyType.Trust && hasPrincipal && statement.IsDeny && rng.Chance(20)
                ? statement with { NotPrincipal = new GeneratedPrincipal(false, Principals()) }
                : statement with { Principal = type == PolicyType.ResourceControl || rng.Chance(10) ? new GeneratedPrincipal(true, []) : new GeneratedPrincipal(false, Principals()) };
        }

        // What excludes matches nearly everything, so a deny of that kind is rare and conditioned.
        var excludes = rng.Chance(statement.IsDeny ? 1 : 4) && type != PolicyType.ResourceControl;
        statement = excludes
            ? statement with { NotAction = Some(5, () => Action()) }
            : statement with { Action = isTrust && type == PolicyType.Trust ? Some(3, () => rng.Pick(Alphabet.TrustActions)) : Some(3, Action) };
        if (type != PolicyType.Trust && !(type is PolicyType.Resource or PolicyType.VpcEndpoint && rng.Chance(10)))
        {
            statement = rng.Chance(statement.IsDeny ? 1 : 4)
                ? statement with { NotResource = Some(4, () => Resource(usesVariables)) }
                : statement with { Resource = Some(4, () => Resource(usesVariables)) };
        }

        if (_isTagged && rng.Chance(95))
        {
            return Tagged(statement, type, usesVariables);
        }

        return rng.Chance(statement.IsDeny ? 80 : 35) || excludes || statement.NotResource is not null
            ? statement with { Conditions = [.. Enumerable.Range(0, 1 + rng.Next(2)).Select(_ => Condition(usesVariables)).DistinctBy(c => (c.Operator, c.Key))] }
            : statement;
    }

    /// <summary>The statement about one of few places, under the condition that a key equals one of many texts, now and then under another too.</summary>
    private GeneratedStatement Tagged(GeneratedStatement statement, PolicyType type, bool usesVariables)
    {
        // One allow that is easily met answers for all of them, so those are rare.
        var isDeny = statement.IsDeny || (statement.Principal is null && rng.Chance(_taggedDenies));
        var op = isDeny || rng.Chance(99) ? "StringEquals" : rng.Of("StringEqualsIfExists", "StringNotEquals", "ForAnyValue:StringEquals");
        var key = $"k:{rng.Of("0", "0", "7")}";
        var texts = Some(3, () => rng.Chance(3) && usesVariables ? "${aws:username}" : string.Create(CultureInfo.InvariantCulture, $"v{rng.Next(80)}"));
        return statement with
        {
            IsDeny = isDeny,
            NotAction = null,
            Action = [type == PolicyType.Trust ? rng.Pick(Alphabet.TrustActions) : rng.Chance(90) ? _taggedAction : rng.Of("*", "svc0:*", "svc0:Get*")],
            NotResource = null,
            Resource = type == PolicyType.Trust ? null : [rng.Of("*", "*", "arn:aws:svc0:::t/*", "arn:aws:svc0:::t/a", "arn:aws:svc0:::*/1")],
            Conditions = rng.Chance(50) ? [new GeneratedCondition(op, key, texts)]
                : [.. new[] { new GeneratedCondition(op, key, texts), Condition(usesVariables) }.DistinctBy(c => (c.Operator, c.Key))],
        };
    }

    private ImmutableArray<string> Some(int most, Func<string> make)
    {
        var items = new string[1 + rng.Next(most)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = make();
        }

        return [.. items];
    }

    private string Service() => "svc" + rng.Next(_services).ToString(CultureInfo.InvariantCulture);

    private string Action()
    {
        var service = Service();
        var verb = rng.Pick(Verbs);
        if (_isWide && rng.Chance(90))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{service}:{verb}Wide{rng.Next(60)}");
        }

        return rng.Next(24) switch
        {
            0 => $"{service}:*",
            1 => $"{service}:{verb}*",
            2 => $"{service}:*{rng.Pick(Nouns)}",
            3 => $"{service}:?et{rng.Pick(Nouns)}",
            4 => $"{service}:*T*g*",
            5 => $"{service}:{verb}{rng.Pick(Nouns)}".ToUpperInvariant(),
            6 when rng.Chance(10) => "*",
            _ => $"{service}:{verb}{rng.Pick(Nouns)}",
        };
    }

    private string Resource(bool usesVariables)
    {
        var (region, account, folder, number) = (rng.Of("", "", "eu", "eu-1"), rng.Of("", Alphabet.A, Alphabet.A, Alphabet.B), rng.Pick(Folders), rng.Next(30));
        var arn = $"arn:aws:{Service()}:{region}:{account}:{folder}";
        return rng.Next(22) switch
        {
            0 => arn + "*",
            1 => arn + "/*",
            2 => string.Create(CultureInfo.InvariantCulture, $"{arn}/?{number % 10}"),
            3 => $"arn:aws:{Service()}:*:{account}:{folder}/*",
            4 => $"arn:aws:{Service()}:{region}:*:{folder}/1",
            5 => $"arn:*:{Service()}:*:*:*/{rng.Next(10).ToString(CultureInfo.InvariantCulture)}",
            6 => $"arn:aws:{Service()}:*",
            7 => string.Create(CultureInfo.InvariantCulture, $"{arn}/*{number}*/x"),
            8 when usesVariables => arn + "/${aws:username}/*",
            9 when usesVariables => arn + "/${k:1, '1'}",
            10 when usesVariables => arn + "/${*}",
            > 10 and < 18 when _isWide => "*",
            11 when rng.Chance(10) => "*",
            12 => string.Create(CultureInfo.InvariantCulture, $"{arn}/{number}/*"),
            13 => $"arn:aws:{Service()}:eu*:{account}:{folder}/**/y",
            _ => string.Create(CultureInfo.InvariantCulture, $"{arn}/{number}"),
        };
    }

    private static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"arn:aws:iam::{Alphabet.A}:user/u{number}");

    private ImmutableArray<(string, string)> Principals()
    {
        var entries = new (string, string)[1 + rng.Next(4)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = rng.Next(10) switch
            {
                0 => rng.Pick(Alphabet.Entries),
                1 => ("AWS", Alphabet.A),
                2 => ("AWS", string.Create(CultureInfo.InvariantCulture, $"arn:aws:iam::{Alphabet.A}:role/r{rng.Next(20)}")),
                3 => ("AWS", string.Create(CultureInfo.InvariantCulture, $"arn:aws:sts::{Alphabet.A}:assumed-role/r{rng.Next(20)}/s")),
                4 => ("Service", string.Create(CultureInfo.InvariantCulture, $"s{rng.Next(10)}.example")),
                _ => ("AWS", User(rng.Next(40))),
            };
        }

        return [.. entries];
    }

    private GeneratedCondition Condition(bool usesVariables)
    {
        var family = (ValueFamily)rng.Next(7);
        var comparison = rng.Chance(8) ? Comparison.Null : rng.Pick(ConditionKeys.Operators[(int)family]);
        var op = new ConditionOperator(comparison, rng.Chance(12) ? rng.Of(SetQualifier.ForAllValues, SetQualifier.ForAnyValue) : SetQualifier.None, comparison != Comparison.Null && rng.Chance(15));
        var actual = ConditionKeys.RequestValue(rng, family);
        return new GeneratedCondition(op.ToString(), Key(family), Some(rng.Chance(4) ? 14 : 3, () => ConditionKeys.PolicyValue(rng, comparison, usesVariables, actual)));
    }

    /// <summary>The number of a key tells its family, so that values and operators mostly fit.</summary>
    private string Key(ValueFamily family) =>
        rng.Chance(12) ? rng.Pick(ConditionKeys.Derived).Key : string.Create(CultureInfo.InvariantCulture, $"k:{((rng.Next(Keys) / 7) * 7) + (int)family}");

    private string ActionOf(GeneratedStatement statement) =>
        statement.Action is { IsEmpty: false } actions && rng.Pick<string>(actions) is var entry && entry.Length > 3
            ? Filled(entry, rng.Of("", "Thing", "e", "TagTag"), "G")
            : $"{Service()}:{rng.Pick(Verbs)}{rng.Pick(Nouns)}";

    private string ResourceOf(GeneratedStatement statement)
    {
        var entry = statement.Resource is { IsEmpty: false } some ? rng.Pick<string>(some) : "*";
        if (entry == "*")
        {
            return rng.Chance(20) ? "*" : Concrete(Resource(false));
        }

        return Concrete(entry);
    }

    /// <summary>An ARN that the pattern matches, or nearly.</summary>
    private string Concrete(string pattern)
    {
        var fields = pattern.Replace("${aws:username}", "u1", StringComparison.Ordinal).Split(':', 6).ToList();
        while (fields.Count < 6)
        {
            fields.Add("*");
        }

        if (fields.Count < 6 || fields[0] != "arn")
        {
            return "arn:aws:svc0:::t/1";
        }

        for (var i = 1; i < 5; i++)
        {
            fields[i] = Filled(fields[i], i == 1 ? "aws" : i == 4 ? Alphabet.A : rng.Of("", "-1"), "x");
        }

        fields[5] = Filled(fields[5], rng.Of("", "1", "a/1", "x"), rng.Of("1", "2"));
        if (fields[5].Length == 0)
        {
            fields[5] = "t";
        }

        if (rng.Chance(12))
        {
            fields[5] += rng.Of("0", "/", "/x");
        }

        return string.Join(':', fields);
    }

    private static string Filled(string pattern, string run, string one) =>
        pattern.Replace("*", run, StringComparison.Ordinal).Replace("?", one, StringComparison.Ordinal);

    private CallerText Caller(GeneratedStatement statement)
    {
        if (statement.Principal is { Entries.IsEmpty: false } principal)
        {
            var (member, value) = rng.Pick<(string Member, string Value)>(principal.Entries);
            if (member == "Service")
            {
                return new CallerText(CallerForm.Service, value);
            }

            if (member == "AWS" && value.StartsWith("arn:", StringComparison.Ordinal))
            {
                return new CallerText(CallerForm.Arn, value);
            }
        }

        return new CallerText(CallerForm.Arn, User(rng.Next(40)));
    }

    private List<KeyValuePair<string, SuppliedValue>> Context(GeneratedStatement statement)
    {
        var context = new Dictionary<string, SuppliedValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var condition in statement.Conditions ?? [])
        {
            if ((condition.Key.StartsWith("k:", StringComparison.Ordinal) || condition.Key.StartsWith("app:", StringComparison.Ordinal)) && rng.Chance(85))
            {
                var text = condition.Values.IsEmpty ? "" : Filled(rng.Pick<string>(condition.Values), "a", "b").Split('/')[0];
                context[condition.Key] = rng.Chance(12) ? SuppliedValue.Many(text, "") : SuppliedValue.Single(text);
            }
        }

        for (var count = rng.Next(8); count > 0; count--)
        {
            var number = rng.Next(Keys);
            context.TryAdd("K:" + number.ToString(CultureInfo.InvariantCulture), SuppliedValue.Single(ConditionKeys.RequestValue(rng, (ValueFamily)(number % 7))));
        }

        return [.. context];
    }
}
