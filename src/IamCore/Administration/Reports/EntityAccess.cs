namespace IamCore.Administration.Reports;

/// <summary>When a user or role last used a service.</summary>
/// <param name="Arn">The user or role.</param>
/// <param name="LastAuthenticated">When, UTC.</param>
public sealed record EntityAccess(string Arn, DateTimeOffset LastAuthenticated);
