namespace IamCore.Sessions;

/// <summary>The identity of a caller (ST-094).</summary>
/// <param name="UserId">
/// The unique id: for a user its id, for a role session <c>AROA…:session name</c>, for root the account number (ST-025).
/// </param>
/// <param name="Account">The account.</param>
/// <param name="Arn">The ARN of the principal.</param>
public sealed record CallerIdentity(string UserId, AccountId Account, string Arn);
