namespace IamCore.Cli.Directories;

/// <summary>What was typed does not fit what is there.</summary>
internal sealed class InputException(string message) : Exception(message);
