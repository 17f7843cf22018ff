using System.Collections;

namespace IamCore.Testing;

/// <summary>Scenario files as the data of an xunit theory: one row per scenario.</summary>
/// <example>
/// <code>
/// public static ScenarioData Scenarios =&gt; ScenarioData.Of("policies/tests");
///
/// [Theory, MemberData(nameof(Scenarios))]
/// public void Policies_do_what_their_scenarios_say(ScenarioCase scenario) =&gt; scenario.Verify();
/// </code>
/// </example>
public sealed class ScenarioData : IEnumerable<object[]>
{
    private readonly string _path;

    private ScenarioData(string path) => _path = path;

    /// <summary>Reads all scenarios of a file, or of a folder and its subfolders.</summary>
    /// <param name="path">The path; a relative path is resolved against the folder of the test assembly.</param>
    /// <returns>The scenarios, one per row.</returns>
    public static ScenarioData Of(string path) => new(Path.GetFullPath(path, AppContext.BaseDirectory));

    /// <summary>Enumerates the rows.</summary>
    /// <exception cref="FileNotFoundException">The file or folder does not exist.</exception>
    /// <exception cref="InvalidDataException">There are no scenarios: a theory without rows would pass by mistake.</exception>
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
            throw new InvalidDataException($"\"{_path}\" contains no scenarios");
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
