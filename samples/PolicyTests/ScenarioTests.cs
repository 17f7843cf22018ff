using IamCore.Policies;
using IamCore.Scenarios;
using Xunit;

namespace PolicyTests;

/// <summary>The scenarios beside the policies, as tests. <c>iamcore test policies</c> runs the same.</summary>
public sealed class ScenarioTests
{
    #region scenarios
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "policies");

    public static TheoryData<Scenario> Scenarios() => [.. ScenarioFile.ReadFolder(Folder)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_comes_out_as_expected(Scenario scenario)
    {
        var result = scenario.Run();
        Assert.True(result.IsAsExpected, result.Describe());
    }
    #endregion

    /// <summary>A scenario repeats the policies it is about; this holds the copies to the files that are deployed.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_has_the_policies_as_deployed(Scenario scenario) =>
        Assert.All(scenario.Policies.Identity, policy =>
            Assert.Equal(PolicyDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{policy.Name}.json")), PolicyType.Identity), policy.Document));
}
