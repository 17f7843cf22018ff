namespace IamCore.Testing;

/// <summary>An assertion of a <see cref="FakeAuthorizer"/> failed.</summary>
public sealed class FakeAuthorizerException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what was asked.</param>
    public FakeAuthorizerException(string message)
        : base(message)
    {
    }
}
