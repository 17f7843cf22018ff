namespace IamCore.Sessions.Workloads;

/// <summary>Credentials and where they were found. The text form hides them.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret.</param>
/// <param name="SessionToken">The session token; <see langword="null"/> for long-term keys.</param>
/// <param name="Expiration">When they expire, in UTC; <see langword="null"/> if that is not known.</param>
/// <param name="Place">Where they were found, for people.</param>
public sealed record FoundCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, string Place)
{
    internal static FoundCredentials Of(SessionCredentials credentials, string place) =>
        new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, credentials.Expiration, place);

    /// <summary>Returns the access key id and where it was found, no secrets (CR-107).</summary>
    public override string ToString() => $"{AccessKeyId} ({Place})";
}
