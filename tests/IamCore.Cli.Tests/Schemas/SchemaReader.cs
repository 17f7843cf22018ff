using System.Text.Json;
using System.Text.RegularExpressions;

namespace IamCore.Cli.Tests.Schemas;

/// <summary>Checks a value against a JSON schema, for the keywords that the tool's schemas use; any other keyword is an error of the test.</summary>
internal sealed class SchemaReader(JsonElement root)
{
    private static readonly HashSet<string> Ignored = ["$schema", "$id", "title", "description", "$defs", "then", "else"];

    /// <summary>The schema that the tool prints under this name.</summary>
    public static SchemaReader Of(string name) => new(JsonDocument.Parse(CliRun.Of("schema", name).Output).RootElement);

    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(k => Holds(schema, k, value));

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value)
    {
        var asked = keyword.Value;
        switch (keyword.Name)
        {
            case "$ref":
                return Accepts(root.GetProperty("$defs").GetProperty(asked.GetString()!["#/$defs/".Length..]), value);
            case "type":
                return asked.EnumerateArrayOrOne().Any(t => IsOfType(t.GetString()!, value));
            case "enum":
                return asked.EnumerateArray().Any(e => JsonElement.DeepEquals(e, value));
            case "const":
                return JsonElement.DeepEquals(asked, value);
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, asked.GetString()!, RegexOptions.CultureInvariant | RegexOptions.ECMAScript);
            case "items":
                return value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(v => Accepts(asked, v));
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= asked.GetInt32();
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetInt32() >= asked.GetInt32();
            case "minProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= asked.GetInt32();
            case "required":
                return value.ValueKind != JsonValueKind.Object || asked.EnumerateArray().All(n => value.TryGetProperty(n.GetString()!, out _));
            case "propertyNames":
                return value.ValueKind != JsonValueKind.Object
                    || value.EnumerateObject().All(p => Accepts(asked, JsonSerializer.SerializeToElement(p.Name)));
            case "properties" or "patternProperties" or "additionalProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(p => HoldsMember(schema, keyword, p));
            case "anyOf":
                return asked.EnumerateArray().Any(s => Accepts(s, value));
            case "allOf":
                return asked.EnumerateArray().All(s => Accepts(s, value));
            case "not":
                return !Accepts(asked, value);
            case "if":
                return !schema.TryGetProperty(Accepts(asked, value) ? "then" : "else", out var branch) || Accepts(branch, value);
            default:
                return Ignored.Contains(keyword.Name) ? true : throw new InvalidDataException($"Unknown keyword {keyword.Name}");
        }
    }

    private bool HoldsMember(JsonElement schema, JsonProperty keyword, JsonProperty member)
    {
        if (keyword.Name == "properties")
        {
            return !keyword.Value.TryGetProperty(member.Name, out var own) || Accepts(own, member.Value);
        }

        if (keyword.Name == "patternProperties")
        {
            return keyword.Value.EnumerateObject().All(p => !Regex.IsMatch(member.Name, p.Name) || Accepts(p.Value, member.Value));
        }

        var isNamed = (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out _))
            || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(p => Regex.IsMatch(member.Name, p.Name)));
        return isNamed || keyword.Value.ValueKind switch
        {
            JsonValueKind.False => false,
            JsonValueKind.True => true,
            _ => Accepts(keyword.Value, member.Value),
        };
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new InvalidDataException($"Unknown type {type}"),
    };
}

file static class JsonReading
{
    public static IEnumerable<JsonElement> EnumerateArrayOrOne(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];
}
