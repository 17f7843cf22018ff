using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>A session of the caller itself.</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same as credentials to sign with.</param>
public sealed record IssuedSession(Session Session, SessionCredentials Credentials);
