using System.Text.Json;

namespace IamCore.Cli.Tests.Schemas;

/// <summary>The schema of policies refuses every malformed example of the vectors (PL-203, PL-206), save those that no schema of one document can tell.</summary>
public sealed class MalformedPolicyTests
{
    private const string Repeated = "a schema sees an object without its repeated members";
    private const string ButForCase = "a schema cannot compare the names of members with one another";
    private const string OneSidTwice = "a schema cannot compare a value of one statement with that of another";
    private const string NotJson = "what is not JSON never reaches a schema";
    private const string OfItsType = "right in a policy of another type, and the type stands outside of the document";

    private const string AsAwsDoes = "a policy that AWS publishes has a variable for the account, and the schema accepts all of those";

    private static readonly SchemaReader Policy = SchemaReader.Of("policy");

    private static readonly Dictionary<string, string> BeyondSchemas = new(StringComparer.Ordinal)
    {
        ["documents: PL-203 PL-007 an unpaired surrogate is not JSON"] = NotJson,
        ["documents: PL-005 Statement twice"] = Repeated,
        ["statements: PL-203 two Effect members"] = Repeated,
        ["conditions: PL-203 a key twice but for case"] = ButForCase,
        ["conditions: PL-203 an operator twice but for case"] = ButForCase,
        ["statements: PL-203 a Sid twice"] = OneSidTwice,
        ["documents: PL-203 Id in an identity policy"] = OfItsType,
        ["documents: PL-203 Id in a session policy"] = OfItsType,
        ["documents: PL-203 Id in a service control policy"] = OfItsType,
        ["documents: PL-203 a service control policy without Version"] = OfItsType,
        ["documents: PL-203 a service control policy of the older version"] = OfItsType,
        ["principals: PL-203 Principal in an identity policy"] = OfItsType,
        ["principals: PL-203 NotPrincipal in a trust policy"] = OfItsType,
        ["principals: PL-203 NotPrincipal in a service control policy"] = OfItsType,
        ["resource-control: PL-203 NotAction"] = OfItsType,
        ["resource-control: PL-203 an account for everyone"] = OfItsType,
        ["resource-control: PL-203 everyone as an object"] = OfItsType,
        ["resource-control: PL-203 Allow of some actions"] = OfItsType,
        ["resource-control: PL-010 the older version"] = OfItsType,
        ["resource-control: PL-010 no version"] = OfItsType,
        ["resources: PL-203 a variable before the sixth field"] = AsAwsDoes,
        ["statements: PL-203 Resource in a trust policy"] = OfItsType,
    };

    public static TheoryData<string> Examples => [.. Read().Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_refused_or_beyond_schemas(string name)
    {
        var document = Read().Single(e => e.Name == name).Document;
        Assert.Equal(BeyondSchemas.ContainsKey(name), Policy.Accepts(document));
    }

    [Fact]
    public void Every_example_beyond_schemas_exists() => Assert.Empty(BeyondSchemas.Keys.Except(Read().Select(e => e.Name)));

    private static IEnumerable<(string Name, JsonElement Document)> Read() =>
        from file in Directory.EnumerateFiles(Path.Combine(CliRun.SolutionRoot, "tests", "vectors", "errors"), "*.json").Order(StringComparer.Ordinal)
        where Path.GetFileName(file) != "requests.json"
        from scenario in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
        where scenario.TryGetProperty("expect", out var expected) && expected.TryGetProperty("error", out _)
        let policies = scenario.GetProperty("policies").EnumerateObject().SelectMany(t => t.Value.EnumerateArray()).SelectMany(Flat)
        select ($"{Path.GetFileNameWithoutExtension(file)}: {scenario.GetProperty("name").GetString()}", policies.Single().GetProperty("document"));

    private static IEnumerable<JsonElement> Flat(JsonElement level) => level.ValueKind == JsonValueKind.Array ? level.EnumerateArray() : [level];
}
