namespace IamCore.Cli;

/// <summary>What the tool tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All went well; all tests passed.</summary>
    public const int Success = 0;

    /// <summary>Some tests failed.</summary>
    public const int Failure = 1;

    /// <summary>The input is at fault: arguments, files or scenarios.</summary>
    public const int BadInput = 2;
}
