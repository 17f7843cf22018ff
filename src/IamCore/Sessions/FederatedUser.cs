using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>A federated user's session (ST-093).</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same as credentials to sign with.</param>
/// <param name="Arn">ARN of the federated user.</param>
/// <param name="FederatedUserId"><c>account:name</c>.</param>
/// <param name="PackedPolicySize">Percent of the room for session policies and tags; <see langword="null"/> where none were passed.</param>
public sealed record FederatedUser(Session Session, SessionCredentials Credentials, string Arn, string FederatedUserId, int? PackedPolicySize);
