using System.CommandLine;
using IamCore.Scenarios;

namespace IamCore.Cli;

/// <summary>The scenarios that a command line names.</summary>
internal static class ScenarioInputs
{
    private const string StandardInput = "-";

    /// <summary>The argument <c>FILE…</c>, where <c>-</c> is standard input.</summary>
    public static Argument<string[]> FilesOrInput() => new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Scenario files; - is standard input, which may also hold one scenario a line",
    };

    /// <summary>All scenarios of the files, in order, read as the result is enumerated.</summary>
    public static IEnumerable<Scenario> Read(IEnumerable<string> files, CliConsole console)
    {
        foreach (var file in files)
        {
            foreach (var scenario in file == StandardInput ? ReadInput(console) : ScenarioFile.Read(file))
            {
                yield return scenario;
            }
        }
    }

    /// <summary>All scenarios of the files and folders, in order.</summary>
    public static IEnumerable<Scenario> ReadWithFolders(IEnumerable<string> paths, CliConsole console) =>
        paths.SelectMany(path => Directory.Exists(path) ? ScenarioFile.ReadFolder(path) : Read([path], console));

    /// <summary>For people: <c>file:line:column: code path: message</c>.</summary>
    public static string Describe(Scenario scenario, ScenarioFault fault)
    {
        var name = scenario.Name is null ? "" : $" (\"{scenario.Name}\")";
        return FormattableString.Invariant(
            $"{scenario.File ?? "standard input"}:{fault.Line}:{fault.Column}: {fault.Code} {fault.Path}: {fault.Message}{name}");
    }

    private static IEnumerable<Scenario> ReadInput(CliConsole console)
    {
        using var input = new FlushingInput(console);
        foreach (var scenario in ScenarioFile.Read(input))
        {
            yield return scenario;
        }
    }
}
