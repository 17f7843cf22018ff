using System.Text.Json.Nodes;

namespace IamCore.Cli.Schemas;

/// <summary>Pieces of JSON schemas (draft 2020-12).</summary>
internal static class Json
{
    /// <summary>Version of the schemas; part of their ids.</summary>
    public const int Version = 1;

    public static JsonObject Text(string? pattern = null, string? description = null) => Described(new JsonObject { ["type"] = "string" }, description, pattern);

    public static JsonObject OneOfTexts(params IEnumerable<string> values) => new() { ["enum"] = Array(values) };

    public static JsonObject Constant(string value) => new() { ["const"] = value };

    public static JsonObject Type(params IEnumerable<string> types) => new() { ["type"] = Array(types) };

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    public static JsonObject ListOf(JsonObject items, int minItems = 0)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (minItems > 0)
        {
            list["minItems"] = minItems;
        }

        return list;
    }

    public static JsonObject AnyOf(params IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    /// <summary>One value, or a list of such (PL-003).</summary>
    public static JsonObject OneOrMany(JsonObject item, int minItems = 0) => AnyOf(item, ListOf((JsonObject)item.DeepClone(), minItems));

    /// <summary>An object with these members and, unless it is open, no other.</summary>
    public static JsonObject Object(IEnumerable<(string Name, JsonObject Schema)> members, IEnumerable<string>? required = null, bool isOpen = false)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            properties[name] = schema;
        }

        var result = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required is not null)
        {
            result["required"] = Array(required);
        }

        if (!isOpen)
        {
            result["additionalProperties"] = false;
        }

        return result;
    }

    /// <summary>At most one of two members, or exactly one.</summary>
    public static JsonObject Exclusive(string first, string second, bool isRequired)
    {
        var alternatives = new List<JsonObject> { Only(first, second), Only(second, first) };
        if (!isRequired)
        {
            alternatives.Add(new JsonObject { ["not"] = AnyOf(Has(first), Has(second)) });
        }

        return AnyOf(alternatives);
    }

    /// <summary>Says of a text, or of each in a list, only its pattern; that it must be one is said elsewhere.</summary>
    public static JsonObject EachText(string pattern) => new() { ["pattern"] = pattern, ["items"] = new JsonObject { ["pattern"] = pattern } };

    /// <summary>A schema that says more, where a condition holds or where it does not.</summary>
    public static JsonObject When(JsonObject condition, JsonObject schema, JsonObject? then, JsonObject otherwise)
    {
        schema["if"] = condition;
        if (then is not null)
        {
            schema["then"] = then;
        }

        schema["else"] = otherwise;
        return schema;
    }

    public static JsonObject Has(string member) => new() { ["required"] = Array([member]) };

    public static JsonArray Array(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    /// <summary>A whole schema.</summary>
    public static JsonObject Document(string name, string title, JsonObject root, IEnumerable<(string Name, JsonObject Schema)> definitions)
    {
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = FormattableString.Invariant($"urn:iamcore:schema:{name}:{Version}"),
            ["title"] = title,
        };
        foreach (var (key, value) in root.ToArray())
        {
            root.Remove(key);
            document[key] = value;
        }

        var shared = new JsonObject();
        foreach (var (key, schema) in definitions)
        {
            shared[key] = schema;
        }

        document["$defs"] = shared;
        return document;
    }

    private static JsonObject Only(string present, string absent) =>
        new() { ["required"] = Array([present]), ["not"] = Has(absent) };

    private static JsonObject Described(JsonObject schema, string? description, string? pattern)
    {
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }
}
