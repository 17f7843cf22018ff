using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>A role session (ST-041).</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same as credentials to sign with.</param>
/// <param name="Arn">ARN of the session.</param>
/// <param name="AssumedRoleId"><c>AROA…:session</c>.</param>
/// <param name="PackedPolicySize">Percent of the room for session policies and tags; <see langword="null"/> where none were passed (ST-020).</param>
/// <param name="SourceIdentity">Who is behind the session, where set.</param>
public sealed record AssumedRole(
    Session Session, SessionCredentials Credentials, string Arn, string AssumedRoleId, int? PackedPolicySize, string? SourceIdentity);
