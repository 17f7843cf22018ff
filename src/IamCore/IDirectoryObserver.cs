using IamCore.Events;

namespace IamCore;

/// <summary>
/// Is told what happens to a directory, for audit and for people to look into (ID-261). Called on the thread of the call, after its
/// outcome is settled: be quick, and do not throw: what is thrown reaches the caller in the place of the result.
/// </summary>
public interface IDirectoryObserver
{
    /// <summary>A call changed something, failed to, or was denied; somebody signed in or failed to; a session was made or refused.</summary>
    void OnAudit(AuditEvent entry);

    /// <summary>Something happened that published best practice advises against.</summary>
    void OnAdvice(AdvisoryEvent advice);

    /// <summary>A directory user was made and is to be sent an invitation (ST-137).</summary>
    void OnInvited(IdentityCenterUserInvited invitation)
    {
    }

    /// <summary>A directory user who signs in is to be sent a code by e-mail (ST-155).</summary>
    void OnEmailCode(IdentityCenterEmailCode code)
    {
    }
}
