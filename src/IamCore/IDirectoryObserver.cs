using IamCore.Events;

namespace IamCore;

/// <summary>Receives the events of a directory: operations, sign-ins, sessions and departures from best practice (ID-261).</summary>
/// <remarks>
/// Called synchronously on the thread of the operation, after its outcome is final. Implementations must be fast and must not throw: an
/// exception reaches the
/// caller instead of the result.
/// </remarks>
/// <example>
/// <code>
/// sealed class AuditLog(TextWriter output) : IDirectoryObserver
/// {
///     public void OnAudit(AuditEvent entry) => output.WriteLine(entry);
///
///     public void OnAdvice(AdvisoryEvent advice) => output.WriteLine(advice);
/// }
///
/// services.AddSingleton&lt;IDirectoryObserver&gt;(new AuditLog(Console.Out));
/// services.AddIamCore();
/// </code>
/// </example>
public interface IDirectoryObserver
{
    /// <summary>
    /// Called when an operation changed the directory, failed or was denied, and when a sign-in or a session was completed or refused.
    /// </summary>
    /// <param name="entry">The event.</param>
    void OnAudit(AuditEvent entry);

    /// <summary>Called when something happened that published best practice advises against, such as the use of a root user.</summary>
    /// <param name="advice">The event.</param>
    void OnAdvice(AdvisoryEvent advice);

    /// <summary>Called when an Identity Center user was created and must be sent an invitation (ST-137).</summary>
    /// <param name="invitation">The user, the address and the invitation code.</param>
    void OnInvited(IdentityCenterUserInvited invitation)
    {
    }

    /// <summary>Called when an Identity Center user who is signing in must be sent a code by e-mail (ST-155).</summary>
    /// <param name="code">The user, the address and the code.</param>
    void OnEmailCode(IdentityCenterEmailCode code)
    {
    }
}
