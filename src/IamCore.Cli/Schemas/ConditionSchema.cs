using System.Diagnostics;
using System.Text.Json.Nodes;
using IamCore.Policies;

namespace IamCore.Cli.Schemas;

/// <summary>Conditions: operators, keys, and the values that each family of operators takes (PL-100 to PL-104, PL-130, PL-133).</summary>
internal static class ConditionSchema
{
    private static readonly string TrueOrFalse = $"^({ValueForms.AnyCase("true")}|{ValueForms.AnyCase("false")})$";

    /// <summary>What <see cref="Create"/> refers to: one definition for each family.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
        Enum.GetValues<OperatorFamily>().Select(f => (KeysOf(f), Keys(ValueOf(f, takesVariables: true))));

    /// <summary>The operators by their canonical names, for completion, and in any letter case (PL-130).</summary>
    public static JsonObject Create()
    {
        var named = new JsonObject();
        foreach (var op in Operators())
        {
            named[op.ToString()] = Json.Reference(KeysOf(op.Family));
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = named,
            ["patternProperties"] = new JsonObject(
                Enum.GetValues<OperatorFamily>().Select(f => KeyValuePair.Create(NamesOf(f), (JsonNode?)Json.Reference(KeysOf(f))))),
            ["additionalProperties"] = false,
        };
    }

    /// <summary>What holds besides where <c>${…}</c> is a variable (PL-171). That some operators take none, their values' forms say.</summary>
    public static JsonObject WithVariables() => new()
    {
        ["additionalProperties"] = new JsonObject { ["additionalProperties"] = Json.EachText(ValueForms.WellFormed) },
    };

    /// <summary>What holds besides where <c>${…}</c> is text (PL-021): it has no form but that of text.</summary>
    public static JsonObject WithoutVariables() => new()
    {
        ["patternProperties"] = new JsonObject(
            Enum.GetValues<OperatorFamily>()
                .Where(f => f != OperatorFamily.String && Enum.GetValues<Comparison>().Any(c => new ConditionOperator(c) is { TakesVariables: true } op && op.Family == f))
                .Select(f => KeyValuePair.Create(NamesOf(f), (JsonNode?)Keys(ValueOf(f, takesVariables: false))))),
    };

    private static IEnumerable<ConditionOperator> Operators() =>
        from qualifier in Enum.GetValues<SetQualifier>()
        from comparison in Enum.GetValues<Comparison>()
        from suffixes in Enumerable.Range(0, new ConditionOperator(comparison).Family == OperatorFamily.Presence ? 1 : 2)
        select new ConditionOperator(comparison, qualifier, IfExists: suffixes > 0);

    /// <summary>An object from condition keys to values of one kind.</summary>
    private static JsonObject Keys(JsonObject value) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = Json.Text(ValueForms.ConditionKey),
        ["additionalProperties"] = Json.OneOrMany(value),
    };

    /// <summary>A value as text, or as a number or boolean whose text has the form (PL-103).</summary>
    private static JsonObject ValueOf(OperatorFamily family, bool takesVariables) => family switch
    {
        OperatorFamily.Numeric => Json.AnyOf(Json.Type("number"), Json.Text(ValueForms.Number)),
        OperatorFamily.Date => Json.AnyOf(Json.Type("number"), Json.Text(ValueForms.Date)),
        OperatorFamily.Boolean => Json.AnyOf([Json.Type("boolean"), Json.Text(TrueOrFalse), .. Variable(takesVariables)]),
        OperatorFamily.Binary => Json.AnyOf(Json.Type("number"), new JsonObject { ["const"] = true }, Json.Text(ValueForms.Base64)),
        OperatorFamily.Ip => Json.Text(ValueForms.IpRange),
        OperatorFamily.Arn => Json.AnyOf([Json.Text(ValueForms.ArnPattern), .. Variable(takesVariables)]),
        OperatorFamily.Presence => Json.AnyOf(Json.Type("boolean"), Json.Text(TrueOrFalse)),
        OperatorFamily.String => Json.Type("string", "number", "boolean"),
        _ => throw new UnreachableException($"The family {family} has no schema"),
    };

    /// <summary>A value with a variable has its form only when it is evaluated (PL-133).</summary>
    private static IEnumerable<JsonObject> Variable(bool isTaken) => isTaken ? [Json.Text(ValueForms.WithVariable)] : [];

#pragma warning disable CA1308 // a name of JSON
    private static string KeysOf(OperatorFamily family) => family.ToString().ToLowerInvariant() + "ConditionKeys";
#pragma warning restore CA1308

    /// <summary>A pattern of the family's operators, with qualifier and <c>IfExists</c>.</summary>
    private static string NamesOf(OperatorFamily family)
    {
        var qualifiers = Enum.GetValues<SetQualifier>().Where(q => q != SetQualifier.None).Select(q => ValueForms.AnyCase(q + ":"));
        var names = Enum.GetValues<Comparison>().Where(c => new ConditionOperator(c).Family == family).Select(c => ValueForms.AnyCase(c.ToString()));
        var suffix = family == OperatorFamily.Presence ? "" : $"({ValueForms.AnyCase("IfExists")})?";
        return $"^({string.Join('|', qualifiers)})?({string.Join('|', names)}){suffix}$";
    }
}
