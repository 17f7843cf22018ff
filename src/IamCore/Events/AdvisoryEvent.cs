namespace IamCore.Events;

/// <summary>Something happened that published best practice advises against.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Time">When it happened, UTC.</param>
/// <param name="Account">The account concerned.</param>
/// <param name="Action">The action performed, for example <c>iam:CreateUser</c> or <c>signin</c>.</param>
/// <param name="Source">The origin of the request, for example an IP address; <see langword="null"/> if unknown.</param>
public sealed record AdvisoryEvent(AdvisoryKind Kind, DateTimeOffset Time, AccountId Account, string Action, string? Source = null);
