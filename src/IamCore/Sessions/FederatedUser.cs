using IamCore.Callers;

namespace IamCore.Sessions;

/// <summary>The session of a federated user (ST-093).</summary>
/// <param name="Session">The session, for use in this process (ST-006).</param>
/// <param name="Credentials">The same session as credentials to sign requests with.</param>
/// <param name="Arn">The ARN of the federated user.</param>
/// <param name="FederatedUserId">The id of the federated user, <c>account number:name</c>.</param>
/// <param name="PackedPolicySize">
/// The size of the session policies and tags in percent of the limit; <see langword="null"/> if none were passed.
/// </param>
public sealed record FederatedUser(Session Session, SessionCredentials Credentials, string Arn, string FederatedUserId, int? PackedPolicySize);
