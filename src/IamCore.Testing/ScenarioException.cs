namespace IamCore.Testing;

/// <summary>A scenario did not come out as expected.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Says what came, what was expected, and why.</summary>
    public ScenarioException(string message)
        : base(message)
    {
    }
}
