using System.Reflection;
using System.Text;

namespace IamCore.Cli.Tests;

/// <summary>One run of the tool in this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    static CliRun() => Environment.CurrentDirectory = AppContext.BaseDirectory;

    public static string SolutionRoot { get; } =
        typeof(CliRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SolutionRoot").Value!;

    /// <summary>The last line of the output.</summary>
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];

    public static CliRun Of(params string[] arguments) => With("", arguments);

    /// <summary>A run with text on standard input, and nobody at a terminal.</summary>
    public static CliRun With(string input, params string[] arguments) => With(new MemoryStream(Encoding.UTF8.GetBytes(input)), null, arguments);

    public static CliRun With(Stream input, Func<CliConsole, CliConsole>? change, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new CliConsole { Input = input, Output = output, Error = error };
        var exitCode = Tool.Run(arguments, change?.Invoke(console) ?? console);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
