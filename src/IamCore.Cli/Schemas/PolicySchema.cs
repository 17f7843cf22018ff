using System.Text;
using System.Text.Json.Nodes;
using IamCore.Policies;

namespace IamCore.Cli.Schemas;

/// <summary>The grammar of policy documents as far as a schema can tell it: elements, shapes, forms of single values. The policy type is not known to it.</summary>
internal static class PolicySchema
{
    private const string ActionForm = @"^(\*|\*:\*|[A-Za-z0-9-]+:[A-Za-z0-9._/*?-]+)$";
    private const string ResourceForm = @"^(\*|arn:[^:]*:[^:*?]*(:[\s\S]*)?)$";
    private const string KeyForm = @"^[\s\S]+:[\s\S]+$";
    private const string ServiceForm = @"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$";

    /// <summary>A definition by this name is a policy.</summary>
    public const string Policy = "policy";

    /// <summary>The schema of a policy file.</summary>
    public static JsonObject Create() =>
        Json.Document("policy", "IAM policy document", Json.Reference(Policy), Definitions());

    /// <summary>What the schema of a policy is made of, for schemas that hold policies.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
    [
        (Policy, Json.Object(
            [
                ("Version", Json.OneOfTexts(PolicyDocument.Version2012, PolicyDocument.Version2008)),
                ("Id", Json.Text()),
                ("Statement", Json.OneOrMany(Json.Reference("statement"))),
            ],
            required: ["Statement"])),
        ("statement", Statement()),
        ("principal", Principal(minItems: 0)),
        ("notPrincipal", Principal(minItems: 1)),
        ("condition", Condition()),
        ("conditionKeys", ConditionKeys(Json.Type("string", "number", "boolean"))),
        ("boolConditionKeys", ConditionKeys(Json.AnyOf(Json.Type("boolean"), Json.Text($@"^({TrueOrFalse})$|\$\{{")))),
        ("nullConditionKeys", ConditionKeys(Json.AnyOf(Json.Type("boolean"), Json.Text($"^({TrueOrFalse})$")))),
    ];

    private static string TrueOrFalse { get; } = $"{AnyCase("true")}|{AnyCase("false")}";

    /// <summary>An object from condition keys to values of one kind.</summary>
    private static JsonObject ConditionKeys(JsonObject value) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = Json.Text(KeyForm),
        ["additionalProperties"] = Json.OneOrMany(value),
    };

    private static JsonObject Statement()
    {
        var statement = Json.Object(
            [
                ("Sid", Json.Text(description: "Names the statement")),
                ("Effect", Json.OneOfTexts(nameof(Effect.Allow), nameof(Effect.Deny))),
                ("Principal", Json.Reference("principal")),
                ("NotPrincipal", Json.Reference("notPrincipal")),
                ("Action", Json.OneOrMany(Json.Text(ActionForm))),
                ("NotAction", Json.OneOrMany(Json.Text(ActionForm), minItems: 1)),
                ("Resource", Json.OneOrMany(Json.Text(ResourceForm))),
                ("NotResource", Json.OneOrMany(Json.Text(ResourceForm), minItems: 1)),
                ("Condition", Json.Reference("condition")),
            ],
            required: ["Effect"]);
        statement["allOf"] = new JsonArray(
            Json.Exclusive("Action", "NotAction", isRequired: true),
            Json.Exclusive("Resource", "NotResource", isRequired: false),
            Json.Exclusive("Principal", "NotPrincipal", isRequired: false),
            DenyOnly("NotPrincipal"));
        return statement;
    }

    /// <summary>Refuses an element in statements that allow.</summary>
    private static JsonObject DenyOnly(string element) => new()
    {
        ["not"] = new JsonObject
        {
            ["properties"] = new JsonObject { ["Effect"] = Json.Constant(nameof(Effect.Allow)) },
            ["required"] = new JsonArray("Effect", element),
        },
    };

    private static JsonObject Principal(int minItems)
    {
        var named = Json.Object(
        [
            ("AWS", Json.OneOrMany(Json.Text(@"^(\*|[^*?]+)$"), minItems)),
            ("Service", Json.OneOrMany(Json.Text(ServiceForm), minItems)),
            ("Federated", Json.OneOrMany(Json.Text("^[^*?]+$"), minItems)),
            ("CanonicalUser", Json.OneOrMany(Json.Text("^[^*?]+$"), minItems)),
        ]);
        if (minItems > 0)
        {
            named["minProperties"] = minItems;
        }

        return Json.AnyOf(Json.Constant("*"), named);
    }

    /// <summary>The operators by their canonical names, for completion, and in any letter case.</summary>
    private static JsonObject Condition()
    {
        var properties = new JsonObject();
        foreach (var qualifier in Enum.GetValues<SetQualifier>())
        {
            foreach (var comparison in Enum.GetValues<Comparison>())
            {
                properties[new ConditionOperator(comparison, qualifier).ToString()] = Json.Reference(KeysOf(comparison));
                if (comparison != Comparison.Null)
                {
                    properties[new ConditionOperator(comparison, qualifier, IfExists: true).ToString()] = Json.Reference(KeysOf(comparison));
                }
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject
            {
                [OperatorForm([.. Enum.GetValues<Comparison>().Where(c => c is not (Comparison.Null or Comparison.Bool))])] = Json.Reference("conditionKeys"),
                [OperatorForm([Comparison.Bool])] = Json.Reference(KeysOf(Comparison.Bool)),
                [OperatorForm([Comparison.Null], takesIfExists: false)] = Json.Reference(KeysOf(Comparison.Null)),
            },
            ["additionalProperties"] = false,
        };
    }

    private static string KeysOf(Comparison comparison) => comparison switch
    {
        Comparison.Bool => "boolConditionKeys",
        Comparison.Null => "nullConditionKeys",
        _ => "conditionKeys",
    };

    private static string OperatorForm(Comparison[] comparisons, bool takesIfExists = true)
    {
        var qualifiers = string.Join('|', Enum.GetValues<SetQualifier>().Where(q => q != SetQualifier.None).Select(q => AnyCase(q + ":")));
        var names = string.Join('|', comparisons.Select(c => AnyCase(c.ToString())));
        return $"^({qualifiers})?({names}){(takesIfExists ? $"({AnyCase("IfExists")})?" : "")}$";
    }

    private static string AnyCase(string text)
    {
        var pattern = new StringBuilder();
        foreach (var c in text)
        {
            _ = char.IsAsciiLetter(c)
                ? pattern.Append('[').Append(char.ToUpperInvariant(c)).Append(char.ToLowerInvariant(c)).Append(']')
                : pattern.Append(c);
        }

        return pattern.ToString();
    }
}
