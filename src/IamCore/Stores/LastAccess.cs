namespace IamCore.Stores;

/// <summary>The last attempt of an identity to perform an action, allowed or not (ID-267).</summary>
/// <param name="Action">The action.</param>
/// <param name="Time">The time, accurate to 15 minutes (ID-270).</param>
/// <param name="Principal">The ARN of the principal; for a role, that of the session.</param>
/// <param name="Region">The region of the resource; <see langword="null"/> if it has none.</param>
public sealed record LastAccess(ActionName Action, DateTimeOffset Time, string Principal, string? Region);
