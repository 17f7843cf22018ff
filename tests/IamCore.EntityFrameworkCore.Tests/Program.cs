using System.Globalization;
using IamCore.EntityFrameworkCore.Tests.Crashes;
using IamCore.EntityFrameworkCore.Tests.Processes;
using IamCore.EntityFrameworkCore.Tests.Scale;
using Xunit.Runner.InProc.SystemConsole;

namespace IamCore.EntityFrameworkCore.Tests;

/// <summary>Runs the tests, or is the child process of one of them.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [CrashWriter.Command, var place]:
                await CrashWriter.RunAsync(place);
                return 0;
            case [Decider.Command, var place, var maxStaleness, var listens]:
                await Decider.RunAsync(place, maxStaleness, listens == "listens");
                return 0;
            case [ScaleRun.Load, var place, var users]:
                await ScaleRun.LoadAsync(place, int.Parse(users, CultureInfo.InvariantCulture));
                return 0;
            case [ScaleRun.Measure, var place, var users]:
                await ScaleRun.MeasureAsync(place, int.Parse(users, CultureInfo.InvariantCulture));
                return 0;
            default:
                return await ConsoleRunner.Run(args);
        }
    }
}
