using System.Text.Json;

namespace IamCore.Cli.Tests;

/// <summary><c>iamcore validate</c> (VA-018).</summary>
public sealed class ValidateTests
{
    private const string Faulty = "Files/policies/faulty.json";

    [Fact] // VA-012
    public void A_finding_shows_its_place_its_line_and_a_marker() =>
        Assert.Equal(
            """
            Files/policies/faulty.json(4,35): ERROR INVALID_EFFECT The effect "allow" does not exist. Write "Allow" or "Deny" exactly so. Did you mean "Allow"?
                    { "Sid": "ReadAll", "Effect": "allow", "Action": "docs:ReadDocument", "Resource": "*" },
                                                  ^^^^^^^
            Files/policies/faulty.json(5,48): ERROR INVALID_ACTION The action "docs:ReadDocumnt" does not exist. Write * or service:Name with an action of the service. Did you mean "docs:ReadDocument"?
                    { "Effect": "Allow", "Action": [ "docs:*", "docs:ReadDocumnt" ], "Resource": "*" }
                                                               ^^^^^^^^^^^^^^^^^^
            Files/policies/faulty.json(5,48): SUGGESTION REDUNDANT_ACTION 1 of the actions are covered by others: docs:ReadDocumnt. Remove them.
                    { "Effect": "Allow", "Action": [ "docs:*", "docs:ReadDocumnt" ], "Resource": "*" }
                                                               ^^^^^^^^^^^^^^^^^^
            1 file, 2 errors, 0 security warnings, 0 warnings, 1 suggestion

            """.ReplaceLineEndings("\n"),
            CliRun.Of("validate", Faulty, "--catalog", "Files/docs.catalog.json").Output);

    [Theory]
    [InlineData(1, Faulty)]
    [InlineData(0, Faulty, "--fail-on", "never")]
    [InlineData(0, "Files/policies/nested/clean.json", "--fail-on", "suggestion")]
    [InlineData(1, "Files/policies")]
    [InlineData(0, "Files/policies/nested")]
    [InlineData(1, "Files/policies/nested/clean.json", "--type", "resource")]
    [InlineData(1, "Files/policies/nested/clean.json", "--closed")]
    [InlineData(0, "Files/policies/nested/clean.json", "--closed", "--suppress", "INVALID_SERVICE_IN_ACTION", "--suppress", "INVALID_SERVICE")]
    [InlineData(2, "Files/policies/none.json")]
    [InlineData(2, "Files/none/*.json")]
    [InlineData(2, Faulty, "--format", "xml")]
    [InlineData(2, Faulty, "--catalog", "Files/broken.json")]
    [InlineData(2)]
    public void The_exit_code_tells_whether_something_is_found(int expected, params string[] arguments) =>
        Assert.Equal(expected, CliRun.Of(["validate", .. arguments]).ExitCode);

    [Theory]
    [InlineData("Files/policies", 2)]
    [InlineData("Files/**/*.json", 2)]
    [InlineData("Files/policies/*/c*.json", 1)]
    [InlineData("Files/policies/f?ulty.json", 1)]
    public void Folders_and_globs_name_the_policies_in_them(string path, int files) =>
        Assert.StartsWith($"{files} file", CliRun.Of("validate", path).LastLine, StringComparison.Ordinal);

    [Fact] // VA-014
    public void Json_has_the_shape_of_the_answer_of_AWS()
    {
        using var answer = JsonDocument.Parse(CliRun.Of("validate", Faulty, "--format", "json").Output);
        var finding = answer.RootElement.GetProperty("findings")[0];
        Assert.Equal(
            ["findingDetails", "findingType", "issueCode", "learnMoreLink", "locations"], finding.EnumerateObject().Select(p => p.Name));
        Assert.Equal("INVALID_EFFECT", finding.GetProperty("issueCode").GetString());
        Assert.Equal(
            """{"path":[{"key":"Statement"},{"index":0},{"key":"Effect"}],"span":{"start":{"line":4,"column":34,"offset":80},"end":{"line":4,"column":41,"offset":87}}}""",
            JsonSerializer.Serialize(finding.GetProperty("locations")[0]));
    }

    [Fact]
    public void Json_of_several_files_tells_the_file_of_each_finding()
    {
        using var answer = JsonDocument.Parse(CliRun.Of("validate", "Files/policies", "--format", "json").Output);
        Assert.All(answer.RootElement.GetProperty("findings").EnumerateArray(), f => Assert.Equal(Faulty, f.GetProperty("file").GetString()));
    }

    [Fact] // the constraints of the SARIF 2.1.0 schema on what is written
    public void Sarif_names_rules_places_and_levels()
    {
        using var log = JsonDocument.Parse(CliRun.Of("validate", "Files/policies", "--format", "sarif").Output);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToArray();
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var artifacts = run.GetProperty("artifacts").EnumerateArray().Select(a => a.GetProperty("location").GetProperty("uri").GetString()!).ToArray();
        Assert.Equal([Faulty, "Files/policies/nested/clean.json"], artifacts);
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.NotEmpty(results);
        foreach (var result in results)
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), artifacts[place.GetProperty("artifactLocation").GetProperty("index").GetInt32()]);
            var region = place.GetProperty("region");
            Assert.All(region.EnumerateObject(), p => Assert.True(p.Value.GetInt32() >= 1, p.Name));
        }

        Assert.Equal((4, 35), (results[0].Region("startLine"), results[0].Region("startColumn")));
    }

    [Fact]
    public void Colours_are_for_terminals()
    {
        var watched = CliRun.With(Stream.Null, c => new CliConsole { Input = c.Input, Output = c.Output, Error = c.Error, IsOutputTerminal = true }, "validate", Faulty);
        Assert.Contains("\e[31mERROR\e[0m", watched.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', CliRun.Of("validate", Faulty).Output);
    }
}

file static class SarifReading
{
    public static int Region(this JsonElement result, string member) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty(member).GetInt32();
}
