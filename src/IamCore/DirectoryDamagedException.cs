using IamCore.Model;

namespace IamCore;

/// <summary>
/// The directory is inconsistent: it refers to an object that it does not contain, or contains a policy document that cannot be parsed.
/// Decisions that depend
/// on it fail with this exception instead of being guessed.
/// </summary>
public sealed class DirectoryDamagedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="subject">The object at fault.</param>
    /// <param name="message">What is wrong, in one sentence.</param>
    /// <param name="faults">The errors of the document; empty if the exception is not about a document.</param>
    public DirectoryDamagedException(ObjectKey subject, string message, ValueList<PolicyFault>? faults = null)
        : base(message)
    {
        Subject = subject;
        Faults = faults ?? ValueList<PolicyFault>.Empty;
    }

    /// <summary>The object at fault.</summary>
    public ObjectKey Subject { get; }

    /// <summary>The errors of the document; empty if the exception is not about a document.</summary>
    public ValueList<PolicyFault> Faults { get; }
}
