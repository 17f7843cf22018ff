using IamCore.Scenarios;
using Xunit.Sdk;

namespace IamCore.Testing;

/// <summary>A scenario of a file as a row of a theory, serializable for test discovery.</summary>
public sealed class ScenarioCase : IXunitSerializable
{
    private string _path = "";
    private int _index;
    private string _text = "";
    private Scenario? _scenario;

    /// <summary>For deserialization by the test runner.</summary>
    [Obsolete("For the test runner alone; use ScenarioData")]
    public ScenarioCase()
    {
    }

    private ScenarioCase(string path, int index, Scenario scenario)
    {
        _path = path;
        _index = index;
        _scenario = scenario;
        _text = scenario.ToString();
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => _scenario ??= ReadScenarios(_path).ElementAt(_index);

    /// <summary>Runs the scenario.</summary>
    /// <param name="clock">Supplies the time of the request if its context contains none (EV-012); the system clock by default.</param>
    /// <exception cref="ScenarioException">
    /// The answer is not as expected, or the scenario has no expectation; the message contains the answer and its reasons.
    /// </exception>
    public void Verify(TimeProvider? clock = null)
    {
        var result = ScenarioRunner.Run(Scenario, clock);
        if (!result.IsAsExpected)
        {
            throw new ScenarioException(result.Describe());
        }

        if (Scenario.Expected is null)
        {
            throw new ScenarioException($"{Scenario}: has no expectation, so running it would check nothing");
        }
    }

    /// <summary>Returns the file, line and name of the scenario.</summary>
    /// <returns>The display name of the test.</returns>
    public override string ToString() => _text;

    /// <inheritdoc />
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        _path = info.GetValue<string>("path")!;
        _index = info.GetValue<int>("index");
        _text = info.GetValue<string>("text")!;
    }

    /// <inheritdoc />
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue("path", _path);
        info.AddValue("index", _index);
        info.AddValue("text", _text);
    }

    internal static IEnumerable<ScenarioCase> Read(string path) => ReadScenarios(path).Select((scenario, index) => new ScenarioCase(path, index, scenario));

    private static IEnumerable<Scenario> ReadScenarios(string path) =>
        Directory.Exists(path) ? ScenarioFile.ReadFolder(path)
        : File.Exists(path) ? ScenarioFile.Read(path)
        : throw new FileNotFoundException($"The file or folder \"{path}\" does not exist", path);
}
