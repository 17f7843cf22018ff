using System.Collections;

namespace IamCore.Testing;

/// <summary>
/// Scenario files as the rows of an xunit theory: one row a scenario.
/// </summary>
/// <example><code>
/// public static ScenarioData Scenarios => ScenarioData.Of("policies/tests");
///
/// [Theory, MemberData(nameof(Scenarios))]
/// public void Policies_do_what_their_scenarios_say(ScenarioCase scenario) => scenario.Verify();
/// </code></example>
public sealed class ScenarioData : IEnumerable<object[]>
{
    private readonly string _path;

    private ScenarioData(string path) => _path = path;

    /// <summary>All scenarios of a file, or of a folder and below it. A relative path starts at the test assembly's folder.</summary>
    public static ScenarioData Of(string path) => new(Path.GetFullPath(path, AppContext.BaseDirectory));

    /// <summary>Enumerates the rows.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidDataException">There is no scenario in it: a theory without rows would pass by mistake.</exception>
    public IEnumerator<object[]> GetEnumerator()
    {
        var count = 0;
        foreach (var scenario in ScenarioCase.Read(_path))
        {
            count++;
            yield return [scenario];
        }

        if (count == 0)
        {
            throw new InvalidDataException($"\"{_path}\" holds no scenario");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
