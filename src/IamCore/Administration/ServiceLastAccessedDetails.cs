namespace IamCore.Administration;

/// <summary>What a job found.</summary>
/// <param name="Arn">What it is about.</param>
/// <param name="CreateDate">When it was made, UTC.</param>
/// <param name="Services">The services that the policies allow, in ordinal order.</param>
public sealed record ServiceLastAccessedDetails(string Arn, DateTimeOffset CreateDate, ValueList<ServiceAccess> Services);
