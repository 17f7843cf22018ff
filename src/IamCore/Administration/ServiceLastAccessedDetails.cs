namespace IamCore.Administration;

/// <summary>A report of when the services that an object's policies allow were last used.</summary>
/// <param name="Arn">The ARN of the user, group, role or policy the report is about.</param>
/// <param name="CreateDate">When the report was created, in UTC.</param>
/// <param name="Services">The services that the policies allow, in ordinal order.</param>
public sealed record ServiceLastAccessedDetails(string Arn, DateTimeOffset CreateDate, ValueList<ServiceAccess> Services);
