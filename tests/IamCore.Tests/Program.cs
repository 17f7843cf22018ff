namespace IamCore.Tests;

/// <summary>What the test assembly does when it is started as a program of its own.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [Stores.CrashWriter.Command, var path])
        {
            await Stores.CrashWriter.RunAsync(path);
            return 0;
        }

        await Console.Error.WriteLineAsync("This is a test assembly: run it with dotnet test");
        return 2;
    }
}
