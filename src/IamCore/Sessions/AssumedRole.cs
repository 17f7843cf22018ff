using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>The result of assuming a role (ST-041).</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same session as credentials to sign requests with.</param>
/// <param name="Arn">The ARN of the session.</param>
/// <param name="AssumedRoleId">The id of the session, <c>AROA…:session name</c>.</param>
/// <param name="PackedPolicySize">
/// The size of the session policies and tags in percent of the limit; <see langword="null"/> if none were passed (ST-020).
/// </param>
/// <param name="SourceIdentity">The source identity of the session; <see langword="null"/> if it is not set.</param>
public sealed record AssumedRole(
    Session Session, SessionCredentials Credentials, string Arn, string AssumedRoleId, int? PackedPolicySize, string? SourceIdentity);
