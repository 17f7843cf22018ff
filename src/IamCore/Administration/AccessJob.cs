using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>A finished report about last-accessed data.</summary>
/// <param name="Account">The account.</param>
/// <param name="Creator">The principal that requested the report; null for the host's own code.</param>
/// <param name="Report">The report.</param>
/// <param name="Entities">The uses the report is made of: who used what, latest first.</param>
internal sealed record AccessJob(AccountId Account, string? Creator, ServiceLastAccessedDetails Report, IReadOnlyList<(string Arn, LastAccess Access)> Entities);
