namespace IamCore.Sessions;

/// <summary>Who a caller is (ST-094).</summary>
/// <param name="UserId">The unique id, by kind of principal as ST-025 says.</param>
/// <param name="Account">The account.</param>
/// <param name="Arn">The ARN.</param>
public sealed record CallerIdentity(string UserId, AccountId Account, string Arn);
