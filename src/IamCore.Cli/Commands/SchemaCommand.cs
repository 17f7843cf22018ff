using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IamCore.Cli.Schemas;

namespace IamCore.Cli.Commands;

/// <summary><c>iamcore schema</c>: JSON schemas, with which editors complete and check.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    private static readonly Dictionary<string, Func<JsonObject>> Schemas = new(StringComparer.Ordinal)
    {
        ["policy"] = PolicySchema.Create,
        ["scenario"] = ScenarioSchema.Create,
        ["catalog"] = CatalogSchema.Create,
    };

    private readonly CliConsole _console;

    private readonly Argument<string> _name = new("NAME") { Description = "policy, scenario or catalog" };

    public SchemaCommand(CliConsole console)
        : base("schema", "Prints a JSON schema, for editors")
    {
        _console = console;
        Add(_name.AcceptOnlyFromAmong([.. Schemas.Keys]));
        SetAction(Run);
    }

    public override string Teaching => """
        Examples:
          iamcore schema policy >policy.schema.json
          iamcore schema scenario >scenario.schema.json

        In Visual Studio Code, settings.json:
          "json.schemas": [ { "fileMatch": [ "policies/*.json" ], "url": "./policy.schema.json" } ]

        A schema knows the grammar; what it cannot tell, iamcore validate finds.

        Exit status: 0 success, 2 bad input.
        """;

    private int Run(ParseResult arguments)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Schemas[arguments.GetRequiredValue(_name)]().WriteTo(json);
        }

        _console.Output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        _console.Output.Write('\n');
        return ExitCode.Success;
    }
}
