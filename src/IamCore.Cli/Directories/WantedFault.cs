namespace IamCore.Cli.Directories;

/// <summary>An error of such a file.</summary>
internal sealed record WantedFault(int Line, int Column, string Message)
{
    public override string ToString() => FormattableString.Invariant($"({Line},{Column}): {Message}");
}
