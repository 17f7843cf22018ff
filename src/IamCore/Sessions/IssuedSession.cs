using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>A new session, both live and as credentials.</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same session as credentials to sign requests with.</param>
public sealed record IssuedSession(Session Session, SessionCredentials Credentials);
