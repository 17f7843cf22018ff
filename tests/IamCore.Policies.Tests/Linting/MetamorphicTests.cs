using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IamCore.Policies.Linting;

namespace IamCore.Policies.Tests.Linting;

/// <summary>What may change about a text without changing what is found (VA-803, VA-805).</summary>
public sealed class MetamorphicTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true, NewLine = "\r\n" };

    public static TheoryData<string, int> Examples
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var item in FindingCase.All)
            {
                for (var i = 0; i < item.Fires.Count; i++)
                {
                    if (IsJson(item.Fires[i].Text) && !item.Code.Contains("SIZE", StringComparison.Ordinal))
                    {
                        rows.Add(item.Code, i);
                    }
                }
            }

            return rows;
        }
    }

    [Theory] // VA-803
    [MemberData(nameof(Examples))]
    public void Indentation_changes_spans_only(string code, int index)
    {
        var example = FindingCase.Of(code).Fires[index];
        using var document = JsonDocument.Parse(example.Text);
        var indented = JsonSerializer.Serialize(document.RootElement, Indented);
        Assert.Equal(Found(example.Text, example.Options), Found(indented, example.Options));
    }

    [Theory] // VA-805
    [MemberData(nameof(Examples))]
    public void A_list_of_one_in_place_of_a_value_changes_paths_only(string code, int index)
    {
        var example = FindingCase.Of(code).Fires[index];
        var root = JsonNode.Parse(example.Text)!.AsObject();
        if (root["Statement"] is not JsonArray statements)
        {
            return;
        }

        foreach (var statement in statements.OfType<JsonObject>())
        {
            foreach (var name in (string[])["Action", "NotAction", "Resource", "NotResource"])
            {
                if (statement[name] is JsonValue value)
                {
                    statement[name] = new JsonArray(value.DeepClone());
                }
            }
        }

        Assert.Equal(Codes(example.Text, example.Options), Codes(root.ToJsonString(Plain), example.Options));
    }

    [Theory] // VA-805
    [MemberData(nameof(Examples))]
    public void Statements_in_another_order_have_the_same_findings(string code, int index)
    {
        var example = FindingCase.Of(code).Fires[index];
        var root = JsonNode.Parse(example.Text)!.AsObject();
        if (root["Statement"] is not JsonArray { Count: > 1 } statements)
        {
            return;
        }

        root["Statement"] = new JsonArray([.. statements.Reverse().Select(s => s?.DeepClone())]);
        Assert.Equal(Codes(example.Text, example.Options), Codes(root.ToJsonString(Plain), example.Options));
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Found(string text, ValidationOptions options) =>
        PolicyValidator.Validate(text, options).SelectMany(f => f.Locations.Select(l => $"{f.Code} {l.Path}")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Codes(string text, ValidationOptions options) =>
        PolicyValidator.Validate(text, options).Select(f => f.Code).Order(StringComparer.Ordinal);
}
