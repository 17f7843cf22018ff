using IamCore.Scenarios.Reading;

namespace IamCore.Scenarios;

/// <summary>
/// Reads scenario files: a scenario, an array of scenarios, <c>{ "scenarios": [ … ] }</c>, or JSON Lines (one scenario per line).
/// </summary>
/// <remarks>
/// Invalid text never throws: each scenario has its own <see cref="Scenario.Faults"/>, and a file that is unreadable as a whole results
/// in one scenario with
/// nothing else.
/// </remarks>
/// <example>
/// <code>
/// foreach (Scenario scenario in ScenarioFile.ReadFolder("policies/tests"))
/// {
///     ScenarioResult result = scenario.Run();
///     if (!result.IsAsExpected)
///     {
///         Console.WriteLine(result.Describe());
///     }
/// }
/// </code>
/// </example>
public static class ScenarioFile
{
    private const int MaxDocument = 1 << 30;

    /// <summary>
    /// Reads a file. Files with the extension <c>.jsonl</c> or <c>.ndjson</c> are JSON Lines and are read during the enumeration.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The scenarios.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be accessed.</exception>
    public static IEnumerable<Scenario> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsLinesFile(path) ? ReadLinesFile(path) : ReadDocumentFile(path);
    }

    /// <summary>Reads all <c>*.json</c> files of a folder and its subfolders, in ordinal order of their paths.</summary>
    /// <remarks>
    /// Files that are obviously something else, such as policies beside the scenarios, are skipped: those without any member
    /// <c>request</c>, <c>expect</c> or
    /// <c>scenarios</c>. A file that is not valid JSON is not skipped.
    /// </remarks>
    /// <param name="path">The path of the folder.</param>
    /// <returns>The scenarios.</returns>
    /// <exception cref="IOException">A file or folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder cannot be accessed.</exception>
    public static IEnumerable<Scenario> ReadFolder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var files = Directory.GetFiles(path, "*.json", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var utf8 = File.ReadAllBytes(file);
            if (ScenarioReader.IsSomethingElse(utf8))
            {
                continue;
            }

            foreach (var scenario in ScenarioReader.ReadAll(utf8, file))
            {
                yield return scenario;
            }
        }
    }

    /// <summary>
    /// Reads a stream that contains a document or JSON Lines, which is detected. Lines are read during the enumeration, one at a time.
    /// Enumerate only once.
    /// </summary>
    /// <param name="stream">The text in UTF-8; a byte order mark is skipped. The stream is not closed.</param>
    /// <param name="file">The value of <see cref="Scenario.File"/>.</param>
    /// <returns>The scenarios.</returns>
    public static IEnumerable<Scenario> Read(Stream stream, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Enumerate(new InputBuffer(stream), file);

        static IEnumerable<Scenario> Enumerate(InputBuffer input, string? file)
        {
            input.SkipMark();
            foreach (var scenario in InputShape.IsLines(input) ? Lines(input, file) : Document(input, file))
            {
                yield return scenario;
            }
        }
    }

    /// <summary>Reads JSON Lines during the enumeration, one line at a time. Blank lines are skipped. Enumerate only once.</summary>
    /// <param name="stream">The text in UTF-8; a byte order mark is skipped. The stream is not closed.</param>
    /// <param name="file">The value of <see cref="Scenario.File"/>.</param>
    /// <returns>The scenarios.</returns>
    public static IEnumerable<Scenario> ReadLines(Stream stream, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var input = new InputBuffer(stream);
        input.SkipMark();
        return Lines(input, file);
    }

    /// <summary>
    /// Reads a scenario, an array of scenarios, or <c>{ "scenarios": [ … ] }</c> from UTF-8; a byte order mark is skipped.
    /// </summary>
    /// <param name="utf8Json">The text, which the scenarios keep.</param>
    /// <param name="file">The value of <see cref="Scenario.File"/>.</param>
    /// <returns>The scenarios.</returns>
    public static IEnumerable<Scenario> Parse(ReadOnlyMemory<byte> utf8Json, string? file = null) => ScenarioReader.ReadAll(utf8Json, file);

    /// <summary>Reads a scenario, an array of scenarios, or <c>{ "scenarios": [ … ] }</c>.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The scenarios.</returns>
    public static IEnumerable<Scenario> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(System.Text.Encoding.UTF8.GetBytes(json));
    }

    private static bool IsLinesFile(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Scenario> ReadDocumentFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Document(new InputBuffer(stream), path);
    }

    private static IEnumerable<Scenario> ReadLinesFile(string path)
    {
        using var stream = File.OpenRead(path);
        foreach (var scenario in ReadLines(stream, path))
        {
            yield return scenario;
        }
    }

    private static IEnumerable<Scenario> Document(InputBuffer input, string? file) =>
        input.ReadToEnd(MaxDocument) is { } utf8
            ? ScenarioReader.ReadAll(utf8, file)
            : [TooLong(1, $"The input is longer than {MaxDocument} bytes", file)];

    private static IEnumerable<Scenario> Lines(InputBuffer input, string? file)
    {
        var cache = new PolicyCache();
        for (var number = input.Line; input.TryReadLine(out var line, out var isTooLong); number = input.Line)
        {
            if (isTooLong)
            {
                yield return TooLong(number, $"The line is longer than {InputBuffer.MaxLine} bytes", file);
            }
            else if (!InputShape.IsBlank(line))
            {
                yield return ScenarioReader.ReadOne(line, number, file, cache);
            }
        }
    }

    private static Scenario TooLong(int line, string message, string? file) => new()
    {
        File = file,
        Line = line,
        Faults = [new ScenarioFault(ScenarioFault.InvalidScenario, message, "$", line, 1)],
    };
}
