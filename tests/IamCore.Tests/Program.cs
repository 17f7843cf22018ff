using Xunit.Runner.InProc.SystemConsole;

namespace IamCore.Tests;

/// <summary>Runs the tests, or is the child process of one of them.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [Stores.CrashWriter.Command, var path])
        {
            await Stores.CrashWriter.RunAsync(path);
            return 0;
        }

        return await ConsoleRunner.Run(args);
    }
}
