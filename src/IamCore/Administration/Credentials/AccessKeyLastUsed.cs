namespace IamCore.Administration.Credentials;

/// <summary>When and for what an access key was last used (CR-035).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="LastUsedDate">When, UTC; <see langword="null"/> for never.</param>
/// <param name="Region">The region; <c>N/A</c> where never used or without one.</param>
/// <param name="ServiceName">The service; <c>N/A</c> where never used.</param>
public sealed record AccessKeyLastUsed(string? UserName, DateTimeOffset? LastUsedDate, string Region, string ServiceName);
