namespace IamCore.Sessions.Workloads;

/// <summary>Credentials as an instance metadata end point gives them, under <c>iam/security-credentials/{role name}</c> (ST-112). Serving it is the host's task.</summary>
public sealed record MetadataDocument
{
    /// <summary><c>Success</c>.</summary>
    public string Code { get; init; } = "Success";

    /// <summary>When they were issued, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public required string LastUpdated { get; init; }

    /// <summary><c>AWS-HMAC</c>.</summary>
    public string Type { get; init; } = "AWS-HMAC";

    /// <summary><c>ASIA…</c></summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The session token.</summary>
    public required string Token { get; init; }

    /// <summary>When they end, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public required string Expiration { get; init; }

    /// <summary>The document of a workload's credentials.</summary>
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

    /// <summary>The document as JSON, to be sent; it holds the secrets.</summary>
    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(this, MetadataJsonContext.Default.MetadataDocument);

    /// <summary>The access key id (CR-107).</summary>
    public override string ToString() => AccessKeyId;

    private static string Seconds(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
