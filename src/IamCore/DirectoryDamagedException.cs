using IamCore.Model;

namespace IamCore;

/// <summary>The directory refers to something it does not hold, or holds a document that cannot be read: no decision that depends on it can be made.</summary>
public sealed class DirectoryDamagedException : InvalidOperationException
{
    /// <summary>Names what is wrong, and where.</summary>
    /// <param name="subject">The object at fault.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="faults">The errors of a document; empty where it is not about one.</param>
    public DirectoryDamagedException(ObjectKey subject, string message, ValueList<PolicyFault>? faults = null)
        : base(message)
    {
        Subject = subject;
        Faults = faults ?? ValueList<PolicyFault>.Empty;
    }

    /// <summary>The object at fault.</summary>
    public ObjectKey Subject { get; }

    /// <summary>The errors of the document; empty where it is not about one.</summary>
    public ValueList<PolicyFault> Faults { get; }
}
