using IamCore.Stores;

namespace IamCore.Administration;

/// <summary>A finished report.</summary>
/// <param name="Account">The account.</param>
/// <param name="Creator">Who asked for it; null for the host's own code.</param>
/// <param name="Report">What it says.</param>
/// <param name="Entities">The uses behind it: who used what, latest first.</param>
internal sealed record AccessJob(AccountId Account, string? Creator, ServiceLastAccessedDetails Report, IReadOnlyList<(string Arn, LastAccess Access)> Entities);
