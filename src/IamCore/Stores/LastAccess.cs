namespace IamCore.Stores;

/// <summary>When an identity last tried an action, allowed or not (ID-267).</summary>
/// <param name="Action">The action.</param>
/// <param name="Time">When, to within the 15 minutes of ID-270.</param>
/// <param name="Principal">Who it was: for a role the session.</param>
/// <param name="Region">The region of the resource; <see langword="null"/> where it has none.</param>
public sealed record LastAccess(ActionName Action, DateTimeOffset Time, string Principal, string? Region);
