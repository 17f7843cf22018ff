namespace IamCore.EntityFrameworkCore.Tests;

/// <summary>What the test assembly does when it is started as a program of its own.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await Console.Error.WriteLineAsync($"This is a test assembly: run it with dotnet test, not with {string.Join(' ', args)}");
        return 2;
    }
}
