namespace IamCore.Sessions.Workloads;

/// <summary>
/// Credentials in the form of an instance metadata endpoint's <c>iam/security-credentials/{role name}</c> (ST-112). Serving it is up to
/// the host.
/// </summary>
public sealed record MetadataDocument
{
    /// <summary>The status: <c>Success</c>.</summary>
    public string Code { get; init; } = "Success";

    /// <summary>When they were issued, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public required string LastUpdated { get; init; }

    /// <summary>The type of credentials: <c>AWS-HMAC</c>.</summary>
    public string Type { get; init; } = "AWS-HMAC";

    /// <summary>The access key id, <c>ASIA…</c>.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The session token.</summary>
    public required string Token { get; init; }

    /// <summary>When they expire, as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public required string Expiration { get; init; }

    /// <summary>Returns the document for a workload's credentials.</summary>
    public static MetadataDocument Of(IssuedSession issued)
    {
        ArgumentNullException.ThrowIfNull(issued);
        return new()
        {
            LastUpdated = Seconds(issued.Session.IssueTime),
            AccessKeyId = issued.Credentials.AccessKeyId,
            SecretAccessKey = issued.Credentials.SecretAccessKey,
            Token = issued.Credentials.SessionToken,
            Expiration = Seconds(issued.Credentials.Expiration),
        };
    }

    /// <summary>Returns the document as JSON. It contains the secrets.</summary>
    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(this, MetadataJsonContext.Default.MetadataDocument);

    /// <summary>Returns the access key id, no secrets (CR-107).</summary>
    public override string ToString() => AccessKeyId;

    private static string Seconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
