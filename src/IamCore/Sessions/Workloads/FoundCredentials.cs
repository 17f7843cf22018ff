namespace IamCore.Sessions.Workloads;

/// <summary>Credentials and where they were found. The text form hides them.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret.</param>
/// <param name="SessionToken">The session token; <see langword="null"/> for long-term keys.</param>
/// <param name="Expiration">When they expire, in UTC; <see langword="null"/> if that is not known.</param>
/// <param name="Source">Where they were found, for people.</param>
public sealed record FoundCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, string Source)
{
    internal static FoundCredentials Of(SessionCredentials credentials, string source) =>
        new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, credentials.Expiration, source);

    /// <summary>Returns the access key id and where it was found, no secrets (CR-107).</summary>
    public override string ToString() => $"{AccessKeyId} ({Source})";
}
