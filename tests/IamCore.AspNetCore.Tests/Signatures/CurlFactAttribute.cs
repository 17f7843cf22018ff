using System.Runtime.CompilerServices;

namespace IamCore.AspNetCore.Tests.Signatures;

/// <summary>A test with curl of the system; skipped, and counted as not run, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CurlFactAttribute : FactAttribute
{
    public CurlFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "curl.exe" : "curl"))))
        {
            Skip = "There is no curl";
            Console.Error.WriteLine($"NOT RUN: {Skip}");
        }
    }
}
