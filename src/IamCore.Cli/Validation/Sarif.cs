using System.Text.Json;
using IamCore.Policies.Linting;

namespace IamCore.Cli.Validation;

/// <summary>Findings in SARIF 2.1.0, which code hosts show beside the lines of a change.</summary>
internal static class Sarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(IReadOnlyCollection<PolicyFile> files, string version, Utf8JsonWriter json)
    {
        FindingRule[] rules =
            [.. files.SelectMany(f => f.Findings).Select(f => f.Rule).Distinct().OrderBy(r => r.Code, StringComparer.Ordinal)];
        var indexes = rules.Index().ToDictionary(r => r.Item.Code, r => r.Index, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, version, json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("artifacts");
        foreach (var file in files)
        {
            json.WriteStartObject();
            WriteArtifact(file, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (var (index, file) in files.Index())
        {
            foreach (var finding in file.Findings)
            {
                WriteResult(file, index, finding, indexes[finding.Code], json);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(FindingRule[] rules, string version, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "iamcore");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            WriteText("shortDescription", rule.Problem, json);
            WriteText("help", rule.Repair, json);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Type));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(rule.Type.ToWireName());
            json.WriteStringValue(rule.Id);
            json.WriteStringValue(rule.LearnMore);
            if (rule.Type is FindingType.SecurityWarning)
            {
                json.WriteStringValue("security");
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(PolicyFile file, int index, Finding finding, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", LevelOf(finding.Type));
        WriteText("message", finding.Message, json);
        json.WriteStartArray("locations");
        WriteLocation(file, index, finding.Locations[0], json);
        json.WriteEndArray();
        if (finding.Locations.Count > 1)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var location in finding.Locations.Skip(1))
            {
                WriteLocation(file, index, location, json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(PolicyFile file, int index, FindingLocation location, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(file, json, index);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Span.Start.Line);
        json.WriteNumber("startColumn", location.Span.Start.Column + 1);
        json.WriteNumber("endLine", location.Span.End.Line);
        json.WriteNumber("endColumn", location.Span.End.Column + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", location.Path);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteArtifact(PolicyFile file, Utf8JsonWriter json, int? index = null)
    {
        json.WriteStartObject(index is null ? "location" : "artifactLocation");
        json.WriteString("uri", UriOf(file.Path));
        if (index is { } number)
        {
            json.WriteNumber("index", number);
        }

        json.WriteEndObject();
    }

    /// <summary>A relative path as a relative reference, an absolute one as a file URI.</summary>
    private static string UriOf(string path) =>
        Path.IsPathRooted(path)
            ? new Uri(Path.GetFullPath(path)).AbsoluteUri
            : string.Join('/', path.Replace('\\', '/').Split('/').Where(s => s != ".").Select(Uri.EscapeDataString));

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(FindingType type) => type switch
    {
        FindingType.Error => "error",
        FindingType.Suggestion => "note",
        _ => "warning",
    };
}
