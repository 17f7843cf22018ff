using System.Text;
using IamCore.Scenarios;

namespace IamCore.Cli;

/// <summary>Everything the tool takes from its surroundings, so that tests can stand in for them.</summary>
internal sealed class CliConsole
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output; flushed when the run ends and before it waits for input.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches standard output on a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches standard error on a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether colours are unwanted: <c>NO_COLOR</c> is set and not empty.</summary>
    public bool IsColourRefused { get; init; }

    /// <summary>The clock: the time of requests that do not say theirs, and of progress.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether reports on standard output have colours.</summary>
    public bool UseColour => IsOutputTerminal && !IsColourRefused;

    /// <summary>The console of this process.</summary>
    public static CliConsole OfProcess() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = new StreamWriter(Console.OpenStandardOutput(), Utf8, 64 * 1024),
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        IsColourRefused = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 },
    };

    /// <summary>One line on standard error, after what was printed before. Control characters are shown, not sent.</summary>
    public void WriteError(string message)
    {
        Output.Flush();
        Error.Write(new ReportText(useColour: false).Line(message));
    }
}
