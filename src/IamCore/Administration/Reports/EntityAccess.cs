namespace IamCore.Administration.Reports;

/// <summary>When a user or role last used a service.</summary>
/// <param name="Arn">The ARN of the user or role.</param>
/// <param name="LastAuthenticated">When it last used the service, in UTC.</param>
public sealed record EntityAccess(string Arn, DateTimeOffset LastAuthenticated);
