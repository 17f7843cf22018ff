using System.Text.Json;
using IamCore.Policies;

namespace IamCore.Reference;

/// <summary>Reads scenario files (<c>Spec/scenario-format.md</c>), apart from the library's own reader.</summary>
public static class ScenarioText
{
    /// <summary>The scenarios of a file; a scenario that is itself at fault comes as its error code, and its expectation where that could be read.</summary>
    public static IReadOnlyList<ScenarioReading> ReadFile(string json)
    {
        using var file = JsonDocument.Parse(json);
        var root = file.RootElement;
        var scenarios = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("scenarios", out var list) ? list : root;
        return scenarios.ValueKind == JsonValueKind.Array
            ? [.. scenarios.EnumerateArray().Select(Read)]
            : [Read(scenarios)];
    }

    /// <summary>The documents of a scenario, read; null with the code of the first error where one does not parse.</summary>
    public static ReferencePolicies? Load(PolicyTexts texts, bool isTrust, out string? error)
    {
        string? first = null;
        IReadOnlyList<AttachedPolicy> Documents(IReadOnlyList<PolicyText> list, PolicyType type)
        {
            var read = new List<AttachedPolicy>();
            foreach (var text in list)
            {
                if (PolicyDocument.TryParse(text.Json, type, out var document, out var faults))
                {
                    read.Add(new AttachedPolicy(text.Name, document));
                }
                else
                {
                    first ??= faults[0].Code.ToString();
                }
            }

            return read;
        }

        var policies = new ReferencePolicies
        {
            Identity = Documents(texts.Identity, PolicyType.Identity),
            PermissionsBoundary = Documents(texts.PermissionsBoundary, PolicyType.PermissionsBoundary),
            Session = Documents(texts.Session, PolicyType.Session),
            Resource = Documents(texts.Resource, isTrust ? PolicyType.Trust : PolicyType.Resource),      // PL-014
            ServiceControl = [.. texts.ServiceControl.Select(level => Documents(level, PolicyType.ServiceControl))],
            ResourceControl = [.. texts.ResourceControl.Select(level => Documents(level, PolicyType.ResourceControl))],
            VpcEndpoint = Documents(texts.VpcEndpoint, PolicyType.VpcEndpoint),
        };
        error = first;
        return first is null ? policies : null;
    }

    private static ScenarioReading Read(JsonElement scenario)
    {
        ExpectedAnswer? expect = null;
        string? name = null;
        try
        {
            Shape(scenario, "name", "request", "policies", "expect");
            name = scenario.TryGetProperty("name", out var n) ? Text(n) : null;
            expect = scenario.TryGetProperty("expect", out var e) ? Expectation(e) : null;
            var read = new ReferenceScenario
            {
                Name = name,
                Request = Request(Member(scenario, "request")),
                Policies = scenario.TryGetProperty("policies", out var p) ? Policies(p) : new PolicyTexts(),
                Expect = expect,
            };
            return new ScenarioReading(name, read, expect, null);
        }
        catch (FormatException fault)
        {
            // Thrown below with the code as its message.
            return new ScenarioReading(name, null, expect, fault.Message);
        }
    }

    private static ReferenceRequest Request(JsonElement request)
    {
        Shape(request, "principal", "action", "resource", "resourceAccount", "context");
        return new ReferenceRequest
        {
            Principal = Principal(Member(request, "principal")),
            Action = Text(Member(request, "action")),
            Resource = Text(Member(request, "resource")),
            ResourceAccount = request.TryGetProperty("resourceAccount", out var account) ? Text(account) : null,
            Context = request.TryGetProperty("context", out var context) ? Context(context) : [],
            Time = DateTimeOffset.UtcNow,
        };
    }

    private static CallerText Principal(JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.String)
        {
            return new CallerText(CallerForm.Arn, Text(principal));
        }

        if (principal.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("InvalidScenario");
        }

        if (principal.TryGetProperty("arn", out var arn))
        {
            Shape(principal, "arn", "role", "user");
            return new CallerText(
                CallerForm.Arn,
                Text(arn),
                principal.TryGetProperty("role", out var role) ? Text(role) : null,
                principal.TryGetProperty("user", out var user) ? Text(user) : null);
        }

        var members = principal.EnumerateObject().ToList();
        if (members.Count != 1)
        {
            throw new FormatException("InvalidScenario");
        }

        var form = members[0].Name switch
        {
            "service" => CallerForm.Service,
            "federated" => CallerForm.Federated,
            "canonicalUser" => CallerForm.CanonicalUser,
            _ => throw new FormatException("InvalidScenario"),
        };
        return new CallerText(form, Text(members[0].Value));
    }

    private static List<KeyValuePair<string, SuppliedValue>> Context(JsonElement context)
    {
        if (context.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("InvalidScenario");
        }

        return
        [
            .. context.EnumerateObject().Select(member => KeyValuePair.Create(
                member.Name,
                member.Value.ValueKind == JsonValueKind.Array
                    ? new SuppliedValue(true, [.. member.Value.EnumerateArray().Select(Single)])
                    : SuppliedValue.Single(Single(member.Value)))),
        ];
    }

    /// <summary>PL-103: numbers and booleans stand for their text.</summary>
    private static string Single(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new FormatException("InvalidContextValue"),      // EV-012
    };

    private static PolicyTexts Policies(JsonElement policies)
    {
        Shape(policies, "identity", "permissionsBoundary", "session", "resource", "serviceControl", "resourceControl", "vpcEndpoint");
        IReadOnlyList<PolicyText> Flat(string member) => policies.TryGetProperty(member, out var list) ? List(list) : [];
        IReadOnlyList<IReadOnlyList<PolicyText>> Levels(string member) =>
            policies.TryGetProperty(member, out var levels) ? [.. Items(levels).Select(List)] : [];
        return new PolicyTexts
        {
            Identity = Flat("identity"),
            PermissionsBoundary = Flat("permissionsBoundary"),
            Session = Flat("session"),
            Resource = Flat("resource"),
            ServiceControl = Levels("serviceControl"),
            ResourceControl = Levels("resourceControl"),
            VpcEndpoint = Flat("vpcEndpoint"),
        };
    }

    private static List<PolicyText> List(JsonElement list) => [.. Items(list).Select(Policy)];

    private static PolicyText Policy(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("document", out var document))
        {
            return new PolicyText(null, policy.GetRawText());
        }

        Shape(policy, "name", "document");
        return new PolicyText(policy.TryGetProperty("name", out var name) ? Text(name) : null, document.GetRawText());
    }

    private static ExpectedAnswer Expectation(JsonElement expect)
    {
        IReadOnlyList<string>? Texts(string member) => expect.TryGetProperty(member, out var list) ? [.. Items(list).Select(Text)] : null;
        return new ExpectedAnswer
        {
            Error = expect.TryGetProperty("error", out var error) ? Text(error) : null,
            Decision = expect.TryGetProperty("decision", out var decision) ? Text(decision) : null,
            DeniedBy = Texts("deniedBy"),
            Matched = Texts("matched"),
            MissingContext = Texts("missingContext"),
        };
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) ? member : throw new FormatException("InvalidScenario");

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new FormatException("InvalidScenario");

    private static JsonElement[] Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : throw new FormatException("InvalidScenario");

    /// <summary>An object with no other members than these, none of them twice.</summary>
    private static void Shape(JsonElement element, params string[] members)
    {
        if (element.ValueKind != JsonValueKind.Object
            || element.EnumerateObject().Any(m => !members.Contains(m.Name))
            || element.EnumerateObject().GroupBy(m => m.Name).Any(g => g.Count() > 1))
        {
            throw new FormatException("InvalidScenario");
        }
    }
}

/// <summary>A scenario that was read, or the code of what is wrong with it.</summary>
public sealed record ScenarioReading(string? Name, ReferenceScenario? Scenario, ExpectedAnswer? Expect, string? Error);
