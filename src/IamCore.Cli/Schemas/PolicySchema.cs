using System.Text.Json.Nodes;
using IamCore.Policies;

namespace IamCore.Cli.Schemas;

/// <summary>The grammar of policy documents as far as a schema can tell it: elements, shapes, forms of single values. The policy type is not known to it.</summary>
internal static class PolicySchema
{
    /// <summary>A definition by this name is a policy.</summary>
    public const string Policy = "policy";

    private const string WithVariables = "statementWithVariables";
    private const string WithoutVariables = "statementWithoutVariables";

    /// <summary>The schema of a policy file.</summary>
    public static JsonObject Create() =>
        Json.Document("policy", "IAM policy document", Json.Reference(Policy), Definitions());

    /// <summary>What the schema of a policy is made of, for schemas that hold policies.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
    [
        (Policy, Document()),
        ("statement", Statement()),
        (WithVariables, StatementWithVariables()),
        (WithoutVariables, Members(("Condition", ConditionSchema.WithoutVariables()))),
        ("principal", Principal(minItems: 0)),
        ("notPrincipal", Principal(minItems: 1)),
        ("condition", ConditionSchema.Create()),
        .. ConditionSchema.Definitions(),
    ];

    private static JsonObject Document()
    {
        var document = Json.Object(
            [
                ("Version", Json.OneOfTexts(PolicyDocument.Version2012, PolicyDocument.Version2008)),
                ("Id", Json.Text()),
                ("Statement", Json.OneOrMany(Json.Reference("statement"))),
            ],
            required: ["Statement"]);
        var isNew = Members(("Version", Json.Constant(PolicyDocument.Version2012)));
        isNew["required"] = Json.Array(["Version"]);
        return Json.When(isNew, document, Members(("Statement", Every(WithVariables))), Members(("Statement", Every(WithoutVariables))));
    }

    private static JsonObject Statement()
    {
        var statement = Json.Object(
            [
                ("Sid", Json.Text(ValueForms.Sid, "Names the statement")),
                ("Effect", Json.OneOfTexts(nameof(Effect.Allow), nameof(Effect.Deny))),
                ("Principal", Json.Reference("principal")),
                ("NotPrincipal", Json.Reference("notPrincipal")),
                ("Action", Json.OneOrMany(Json.Text(ValueForms.Action))),
                ("NotAction", Json.OneOrMany(Json.Text(ValueForms.Action), minItems: 1)),
                ("Resource", Json.OneOrMany(Json.Text(ValueForms.Resource))),
                ("NotResource", Json.OneOrMany(Json.Text(ValueForms.Resource), minItems: 1)),
                ("Condition", Json.Reference("condition")),
            ],
            required: ["Effect"]);
        statement["allOf"] = new JsonArray(
            Json.Exclusive("Action", "NotAction", isRequired: true),
            Json.Exclusive("Resource", "NotResource", isRequired: false),
            Json.Exclusive("Principal", "NotPrincipal", isRequired: false),
            DenyOnly("NotPrincipal"));

        // All types that take a principal ask for one, so a statement without is of a type that takes none (PL-010, PL-032).
        var withoutPrincipal = Members(("Sid", new JsonObject { ["pattern"] = ValueForms.NarrowSid }));
        withoutPrincipal["anyOf"] = new JsonArray(Json.Has("Resource"), Json.Has("NotResource"));
        return Json.When(Json.AnyOf(Json.Has("Principal"), Json.Has("NotPrincipal")), statement, then: null, withoutPrincipal);
    }

    /// <summary>Refuses variables that are malformed, or stand where none may (PL-047, PL-089, PL-171).</summary>
    private static JsonObject StatementWithVariables() => Members(
        ("Principal", EachPrincipalWithoutVariable()),
        ("NotPrincipal", EachPrincipalWithoutVariable()),
        ("Resource", Json.EachText(ValueForms.WellFormedResource)),
        ("NotResource", Json.EachText(ValueForms.WellFormedResource)),
        ("Condition", ConditionSchema.WithVariables()));

    private static JsonObject EachPrincipalWithoutVariable() => new() { ["additionalProperties"] = Json.EachText(ValueForms.WithoutVariable) };

    private static JsonObject Every(string statement) => new()
    {
        ["if"] = Json.Type("array"),
        ["then"] = new JsonObject { ["items"] = Json.Reference(statement) },
        ["else"] = Json.Reference(statement),
    };

    /// <summary>Only what is to be said of these members, where they are present.</summary>
    private static JsonObject Members(params IEnumerable<(string Name, JsonObject Schema)> members) =>
        new() { ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Schema))) };

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
            ("AWS", Json.OneOrMany(Json.Text(ValueForms.AwsPrincipal), minItems)),
            ("Service", Json.OneOrMany(Json.Text(ValueForms.ServicePrincipal), minItems)),
            ("Federated", Json.OneOrMany(Json.Text(ValueForms.OtherPrincipal), minItems)),
            ("CanonicalUser", Json.OneOrMany(Json.Text(ValueForms.OtherPrincipal), minItems)),
        ]);
        if (minItems > 0)
        {
            named["minProperties"] = minItems;
        }

        return Json.AnyOf(Json.Constant("*"), named);
    }
}
