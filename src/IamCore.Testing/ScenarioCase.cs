using IamCore.Scenarios;
using Xunit.Sdk;

namespace IamCore.Testing;

/// <summary>One scenario of a file, as a test runner carries it about: by its place, read again where it runs.</summary>
public sealed class ScenarioCase : IXunitSerializable
{
    private string _path = "";
    private int _index;
    private string _text = "";
    private Scenario? _scenario;

    /// <summary>For the test runner alone.</summary>
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
    /// <param name="clock">Gives the time of the request where its context has none (EV-012); the system's by default.</param>
    /// <exception cref="ScenarioException">The answer is not as expected, or the scenario expects nothing; the message tells what came and why.</exception>
    public void Verify(TimeProvider? clock = null)
    {
        var result = ScenarioRunner.Run(Scenario, clock);
        if (!result.IsAsExpected)
        {
            throw new ScenarioException(result.Describe());
        }

        if (Scenario.Expected is null)
        {
            throw new ScenarioException($"{Scenario}: expects nothing, so that running it checks nothing");
        }
    }

    /// <summary>File, line and name.</summary>
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
        : throw new FileNotFoundException($"There is no file or folder \"{path}\"", path);
}
