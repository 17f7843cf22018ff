using System.Text.Json.Nodes;

namespace IamCore.Cli.Schemas;

/// <summary>The service reference format (VA-202) with IamCore's additions (VA-207). Unknown members are ignored, so objects are open.</summary>
internal static class CatalogSchema
{
    private static readonly string[] Scalars = ["String", "ARN", "Bool", "Numeric", "Date", "IPAddress", "Binary", "Null"];

    public static JsonObject Create() => Json.Document(
        "catalog",
        "Service reference",
        Json.Object(
            [
                ("Name", Json.Text("^[A-Za-z0-9-]+$", "The prefix of the service's actions")),
                ("Version", Json.Text()),
                ("Actions", Json.ListOf(Json.Reference("action"))),
                ("ConditionKeys", Json.ListOf(Json.Reference("conditionKey"))),
                ("Operations", Json.ListOf(Json.Reference("operation"))),
                ("Resources", Json.ListOf(Json.Reference("resource"))),
                ("x-iamcore", Json.Object(
                [
                    ("Complete", Flag()), ("Title", Json.Text()), ("Partitions", Texts()), ("Regions", Texts()), ("ServicePrincipals", Texts()),
                    ("SupportsRcp", Flag()),
                    ("DelegationActions", Json.ListOf(Json.Object([("Action", Json.Text("^[^:]+:[^:]+$")), ("GuardKey", Json.Text())], ["Action"]))),
                ])),
            ],
            required: ["Name"],
            isOpen: true),
        [
            ("action", Json.Object(
                [
                    ("Name", Json.Text("^[A-Za-z0-9._/-]+$")),
                    ("ActionConditionKeys", Texts()),
                    ("Annotations", Json.Object(
                        [("Properties", Json.Object([("IsList", Flag()), ("IsPermissionManagement", Flag()), ("IsTaggingOnly", Flag()), ("IsWrite", Flag())], isOpen: true))],
                        isOpen: true)),
                    ("Resources", Json.ListOf(Json.Object([("Name", Json.Text())], ["Name"], isOpen: true))),
                    ("SupportedBy", new JsonObject { ["type"] = "object", ["additionalProperties"] = Flag() }),
                    ("x-iamcore", Json.Object(
                    [
                        ("AccessLevel", Json.OneOfTexts("List", "Read", "Write", "Tagging", "Permissions management")), ("DependentActions", Texts()),
                        ("Description", Json.Text()), ("RequiredResources", Texts()), ("ReturnsCredentials", Flag()), ("PermissionOnly", Flag()),
                    ])),
                ],
                required: ["Name"],
                isOpen: true)),
            ("conditionKey", Json.Object(
                [
                    ("Name", Json.Text(@"^[^:]+:[\s\S]+$")),
                    ("Types", Json.ListOf(Json.OneOfTexts([.. Scalars, .. Scalars.Select(t => "ArrayOf" + t), "Boolean", "Long", "Integer", "Arn"]))),
                    ("x-iamcore", Json.Object(
                    [
                        ("Availability", Json.OneOfTexts("always", "optional")), ("Sensitive", Flag()), ("CallerControlled", Flag()), ("PairedWith", Texts()),
                        ("OnlyServices", Texts()), ("RequiresActions", Texts()),
                        ("Format", Json.OneOfTexts("arn", "kms-key-arn", "service-principal", "region", "account")), ("IrrelevantFor", Texts()),
                        ("Values", Texts()), ("CaseSensitive", Flag()),
                    ])),
                ],
                required: ["Name"],
                isOpen: true)),
            ("operation", Json.Object(
                [
                    ("Name", Json.Text()),
                    ("AuthorizedActions", Json.ListOf(Json.Object([("Name", Json.Text()), ("Service", Json.Text())], ["Name", "Service"], isOpen: true))),
                    ("SDK", Json.ListOf(Json.Object([("Name", Json.Text()), ("Method", Json.Text()), ("Package", Json.Text())], isOpen: true))),
                ],
                required: ["Name"],
                isOpen: true)),
            ("resource", Json.Object(
                [
                    ("Name", Json.Text()),
                    ("ARNFormats", Json.ListOf(Json.Text(@"^(\*|arn:[\s\S]*)$"))),
                    ("ConditionKeys", Texts()),
                    ("x-iamcore", Json.Object(
                    [
                        ("TypeName", Json.Text()), ("SubResources", Texts()), ("PolicyActions", Texts()),
                        ("PolicySizeQuota", new JsonObject { ["type"] = "integer", ["minimum"] = 1 }), ("UniqueSids", Json.OneOfTexts("required", "recommended")),
                        ("PublicTrustKeys", Texts()), ("EntityType", Json.Text()),
                    ])),
                ],
                required: ["Name"],
                isOpen: true)),
        ]);

    private static JsonObject Flag() => Json.Type("boolean");

    private static JsonObject Texts() => Json.ListOf(Json.Text());
}
