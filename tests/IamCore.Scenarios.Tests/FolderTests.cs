namespace IamCore.Scenarios.Tests;

/// <summary>Scenario files that stand beside policies in folders.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("iamcore").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scenarios_of_a_folder_come_in_order_of_their_paths_and_know_their_file()
    {
        Write("b.json", Samples.Line("b"));
        Write("a/z.json", $"[ {Samples.Line("az1")}, {Samples.Line("az2")} ]");
        Write("a.json", $"{{ \"scenarios\": [\n{Samples.Line("a")} ] }}");
        var scenarios = ScenarioFile.ReadFolder(_folder).ToList();
        Assert.Equal(["a", "az1", "az2", "b"], scenarios.Select(s => s.Name));
        Assert.Equal(Path.Combine(_folder, "a.json"), scenarios[0].File);
        Assert.Equal($"{Path.Combine(_folder, "a.json")}:2 a", scenarios[0].ToString());
    }

    [Theory]
    [InlineData("""{ "Version": "2012-10-17", "Statement": [] }""")]
    [InlineData("""{ "dependencies": {} }""")]
    [InlineData("""[ { "a": 1 } ]""")]
    [InlineData("\"text\"")]
    public void Files_that_are_plainly_something_else_are_passed_over(string other)
    {
        Write("other.json", other);
        Write("notes.txt", "nothing");
        Write("a.json", Samples.Line("a"));
        Assert.Equal(["a"], ScenarioFile.ReadFolder(_folder).Select(s => s.Name));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("""{ "expect": { "decision": "allow" } }""")]
    [InlineData("""[ 1, { "request": {} } ]""")]
    [InlineData("""{ "scenarios": 1 }""")]
    public void Files_that_may_have_been_meant_as_scenarios_are_not(string broken)
    {
        Write("broken.json", broken);
        Assert.Contains(ScenarioFile.ReadFolder(_folder), s => s.Fault is not null);
    }

    [Fact]
    public void A_file_that_is_named_is_always_read()
    {
        Write("policy.json", """{ "Version": "2012-10-17", "Statement": [] }""");
        Assert.NotNull(Assert.Single(ScenarioFile.Read(Path.Combine(_folder, "policy.json"))).Fault);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
