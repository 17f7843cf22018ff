namespace IamCore.Sessions.Workloads;

/// <summary>Credentials and the place they were found in. The text form hides them.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret.</param>
/// <param name="SessionToken">The session token; <see langword="null"/> of long-term keys.</param>
/// <param name="Expiration">When they end; <see langword="null"/> where that is not known.</param>
/// <param name="Place">For people: where they were found.</param>
public sealed record FoundCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, string Place)
{
    internal static FoundCredentials Of(SessionCredentials credentials, string place) =>
        new(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken, credentials.Expiration, place);

    /// <summary>The access key id and the place (CR-107).</summary>
    public override string ToString() => $"{AccessKeyId} ({Place})";
}
