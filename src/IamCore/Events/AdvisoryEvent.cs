namespace IamCore.Events;

/// <summary>Something that published best practice advises against.</summary>
/// <param name="Kind">What.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Account">The account concerned.</param>
/// <param name="Action">What was done, for example <c>iam:CreateUser</c> or <c>signin</c>.</param>
/// <param name="Source">Where from, for example an address; <see langword="null"/> where nobody said.</param>
public sealed record AdvisoryEvent(AdvisoryKind Kind, DateTimeOffset Time, AccountId Account, string Action, string? Source = null);
