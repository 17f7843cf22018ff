using System.CommandLine;

namespace IamCore.Cli.Commands;

/// <summary>A command of the tool; derive and add the class to <see cref="Tool"/>.</summary>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>What its help says after the options: examples first.</summary>
    public abstract string Teaching { get; }
}
