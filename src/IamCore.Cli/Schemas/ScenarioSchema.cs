using System.Text.Json.Nodes;

namespace IamCore.Cli.Schemas;

/// <summary>The format of scenario files. The policies of a scenario that expects an error may be anything.</summary>
internal static class ScenarioSchema
{
    private static readonly string[] PlainTypes = ["identity", "permissionsBoundary", "session", "resource", "vpcEndpoint"];

    private static readonly string[] LevelledTypes = ["serviceControl", "resourceControl"];

    public static JsonObject Create() => Json.Document(
        "scenario",
        "IamCore scenarios",
        new JsonObject
        {
            ["if"] = Json.Type("array"),
            ["then"] = Json.ListOf(Json.Reference("scenario")),
            ["else"] = new JsonObject
            {
                ["if"] = Json.Has("scenarios"),
                ["then"] = Json.Object([("$schema", Json.Text()), ("scenarios", Json.ListOf(Json.Reference("scenario")))], required: ["scenarios"]),
                ["else"] = Json.Reference("scenario"),
            },
        },
        [
            ("scenario", Scenario()),
            ("request", Json.Object(
                [
                    ("principal", Json.Reference("caller")),
                    ("action", Json.Text("^[^:]+:[^:]+$")),
                    ("resource", Json.Text(@"^(\*|arn:[\s\S]*)$")),
                    ("resourceAccount", Json.Text("^[0-9]{12}$")),
                    ("context", new JsonObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = Json.OneOrMany(Json.Type("string", "number", "boolean")),
                    }),
                ],
                required: ["principal", "action", "resource"])),
            ("caller", Json.AnyOf(
                Json.Text(@"^(\*|arn:[\s\S]*)$"),
                Json.Object([("service", Json.Text())], required: ["service"]),
                Json.Object([("federated", Json.Text())], required: ["federated"]),
                Json.Object([("canonicalUser", Json.Text())], required: ["canonicalUser"]),
                Json.Object([("arn", Json.Text()), ("role", Json.Text()), ("user", Json.Text())], required: ["arn"]))),
            ("policies", Json.Object(
            [
                .. PlainTypes.Select(t => (t, Json.ListOf(Json.Reference("attached")))),
                .. LevelledTypes.Select(t => (t, Json.ListOf(Json.ListOf(Json.Reference("attached"))))),
            ])),
            ("attached", new JsonObject
            {
                ["if"] = Json.Has("document"),
                ["then"] = Json.Object([("name", Json.Text()), ("document", Json.Reference(PolicySchema.Policy))], required: ["document"]),
                ["else"] = Json.Reference(PolicySchema.Policy),
            }),
            ("expect", Json.AnyOf(
                Json.Object(
                    [
                        ("decision", Json.OneOfTexts("allow", "explicitDeny", "implicitDeny")),
                        ("deniedBy", Json.ListOf(Json.OneOfTexts([.. PlainTypes, .. LevelledTypes, "trust"]))),
                        ("matched", Json.ListOf(Json.Text())),
                        ("missingContext", Json.ListOf(Json.Text())),
                    ],
                    required: ["decision"]),
                Json.Object([("error", Json.Text())], required: ["error"]))),
            .. PolicySchema.Definitions(),
        ]);

    private static JsonObject Scenario()
    {
        var expectsError = new JsonObject
        {
            ["required"] = Json.Array(["expect"]),
            ["properties"] = new JsonObject { ["expect"] = Json.Has("error") },
        };
        return new JsonObject
        {
            ["type"] = "object",
            ["if"] = expectsError,
            ["else"] = Json.Object(
                [("name", Json.Text()), ("request", Json.Reference("request")), ("policies", Json.Reference("policies")), ("expect", Json.Reference("expect"))],
                required: ["request"]),
        };
    }
}
