using System.Runtime.CompilerServices;

namespace IamCore.AspNetCore.Tests.Explaining;

/// <summary>A test in a browser of the system; skipped, and counted as not run, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    public ChromiumFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Executable is null)
        {
            Skip = "There is no Chromium: install it, or name it in IAMCORE_TEST_CHROMIUM";
            Console.Error.WriteLine($"NOT RUN: {Skip}");
        }
    }

    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable("IAMCORE_TEST_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
