namespace IamCore.Testing;

/// <summary>The result of a scenario differs from its expectation.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The result, the expectation and the reasons.</param>
    public ScenarioException(string message)
        : base(message)
    {
    }
}
