namespace IamCore.Administration.Credentials;

/// <summary>When and for what an access key was last used (CR-035).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root.</param>
/// <param name="LastUsedDate">When it was last used, in UTC; <see langword="null"/> if never.</param>
/// <param name="Region">The region; <c>N/A</c> if the key was never used or the service has none.</param>
/// <param name="ServiceName">The service; <c>N/A</c> if the key was never used.</param>
public sealed record AccessKeyLastUsed(string? UserName, DateTimeOffset? LastUsedDate, string Region, string ServiceName);
