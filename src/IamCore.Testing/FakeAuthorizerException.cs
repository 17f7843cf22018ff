namespace IamCore.Testing;

/// <summary>An expectation of a test was not met.</summary>
public sealed class FakeAuthorizerException : Exception
{
    /// <summary>Says what was expected and what came.</summary>
    public FakeAuthorizerException(string message)
        : base(message)
    {
    }
}
