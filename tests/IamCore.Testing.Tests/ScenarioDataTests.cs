namespace IamCore.Testing.Tests;

public sealed class ScenarioDataTests
{
    public static ScenarioData Vectors => ScenarioData.Of("vectors");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Every_scenario_of_a_folder_is_a_row(ScenarioCase scenario) => scenario.Verify();

    [Fact]
    public void A_scenario_that_comes_out_otherwise_fails_with_what_came_and_why()
    {
        var failure = Assert.Throws<ScenarioException>(() => Single("""
            {"name":"alice reads","request":{"principal":"arn:aws:iam::123456789012:user/alice","action":"docs:Read","resource":"*"},
             "expect":{"decision":"allow"}}
            """).Verify());
        Assert.Contains("implicitDeny", failure.Message, StringComparison.Ordinal);
        Assert.Contains("alice reads", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_that_expects_nothing_fails() => Assert.Throws<ScenarioException>(() => Single("""
        {"name":"x","request":{"principal":"arn:aws:iam::123456789012:user/alice","action":"docs:Read","resource":"*"}}
        """).Verify());

    [Fact]
    public void Nothing_found_is_a_failure_and_not_a_theory_without_rows()
    {
        Assert.Throws<FileNotFoundException>(() => ScenarioData.Of("no-such-folder").ToArray());
        var folder = Directory.CreateTempSubdirectory("iamcore");
        Assert.Throws<InvalidDataException>(() => ScenarioData.Of(folder.FullName).ToArray());
        folder.Delete();
    }

    private static ScenarioCase Single(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            var row = Assert.Single(ScenarioData.Of(path));
            var scenario = (ScenarioCase)row[0];
            Assert.NotNull(scenario.Scenario);
            return scenario;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
