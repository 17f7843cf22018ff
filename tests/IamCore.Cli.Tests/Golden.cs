namespace IamCore.Cli.Tests;

/// <summary>
/// Approved texts in <c>Golden</c>. Accept a change on purpose with <c>IAMCORE_ACCEPT=1 dotnet test tests/IamCore.Cli.Tests</c> and read
/// the difference.
/// </summary>
internal static class Golden
{
    public static void AssertIs(string name, string actual)
    {
        var path = Path.Combine(CliRun.SolutionRoot, "tests", "IamCore.Cli.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("IAMCORE_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", actual);
    }
}
