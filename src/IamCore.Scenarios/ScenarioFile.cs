using IamCore.Scenarios.Reading;

namespace IamCore.Scenarios;

/// <summary>
/// Reads scenario files: one scenario, an array of them, <c>{ "scenarios": [ … ] }</c>, or JSON Lines (one scenario a line). Text that is
/// wrong never throws: each scenario carries its own <see cref="Scenario.Faults"/>, and where a file as a whole is not readable it gives
/// one scenario that has nothing else.
/// </summary>
public static class ScenarioFile
{
    private const int MaxDocument = 1 << 30;

    /// <summary>Reads a file. Names that end in <c>.jsonl</c> or <c>.ndjson</c> are JSON Lines and read as the result is enumerated.</summary>
    /// <exception cref="IOException">The file cannot be read; <see cref="UnauthorizedAccessException"/> likewise.</exception>
    public static IEnumerable<Scenario> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsLinesFile(path) ? ReadLinesFile(path) : ReadDocumentFile(path);
    }

    /// <summary>
    /// Reads every <c>*.json</c> file in a folder and below, in ordinal order of their paths. Files that are plainly something else, such as
    /// the policies that scenarios stand beside, are passed over: those in which nothing has a member <c>request</c>, <c>expect</c> or
    /// <c>scenarios</c>. A file that is not JSON is not passed over.
    /// </summary>
    /// <exception cref="IOException">A file or folder cannot be read; <see cref="UnauthorizedAccessException"/> likewise.</exception>
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
    /// Reads a stream that holds a document or JSON Lines, whichever it turns out to be. Lines are read as the result is enumerated; no
    /// more than one is kept. Enumerate once.
    /// </summary>
    /// <param name="stream">UTF-8; a byte order mark at the start is skipped. Not closed.</param>
    /// <param name="file">The name to give as <see cref="Scenario.File"/>.</param>
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

    /// <summary>Reads JSON Lines as the result is enumerated, keeping no more than one line. Blank lines are passed over. Enumerate once.</summary>
    /// <param name="stream">UTF-8; a byte order mark at the start is skipped. Not closed.</param>
    /// <param name="file">The name to give as <see cref="Scenario.File"/>.</param>
    public static IEnumerable<Scenario> ReadLines(Stream stream, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var input = new InputBuffer(stream);
        input.SkipMark();
        return Lines(input, file);
    }

    /// <summary>Reads one scenario, an array of them, or <c>{ "scenarios": [ … ] }</c> from UTF-8; a byte order mark is skipped.</summary>
    /// <param name="utf8Json">The text, kept by the scenarios.</param>
    /// <param name="file">The name to give as <see cref="Scenario.File"/>.</param>
    public static IEnumerable<Scenario> Parse(ReadOnlyMemory<byte> utf8Json, string? file = null) => ScenarioReader.ReadAll(utf8Json, file);

    /// <summary>Reads one scenario, an array of them, or <c>{ "scenarios": [ … ] }</c>.</summary>
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
