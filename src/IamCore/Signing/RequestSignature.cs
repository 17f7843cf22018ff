namespace IamCore.Signing;

/// <summary>
/// The signature of a request as read by <see cref="SignatureVerifier.TryRead"/>. It is a claim until
/// <see cref="SignatureVerifier.TryVerify"/> succeeds.
/// </summary>
public readonly struct RequestSignature
{
    /// <summary>Whether this is the default value, which is no signature.</summary>
    public bool IsNone => AccessKeyId is null;

    /// <summary>The access key id of the credential.</summary>
    public string AccessKeyId { get; internal init; }

    /// <summary>The session token, which is secret; <see langword="null"/> for long-term keys (CR-092).</summary>
    public string? SessionToken { get; internal init; }

    /// <summary>When the request was signed, according to the signer's clock.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>How long a presigned request is valid; <see langword="null"/> if the request was signed in its header (CR-093).</summary>
    public TimeSpan? Expires { get; internal init; }

    /// <summary>Whether the signature is in the query (CR-093).</summary>
    public bool IsPresigned => Expires is not null;

    /// <summary>The credential scope: <c>date/region/service/aws4_request</c>.</summary>
    internal ReadOnlyMemory<char> Scope { get; init; }

    /// <summary>The date of the scope: eight digits.</summary>
    internal ReadOnlyMemory<char> ScopeDate { get; init; }

    /// <summary>The region of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeRegion { get; init; }

    /// <summary>The service of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeService { get; init; }

    /// <summary>The last part of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeTerminator { get; init; }

    /// <summary>The signed headers as sent, separated by semicolons.</summary>
    internal ReadOnlyMemory<char> SignedHeaders { get; init; }

    /// <summary>The signature as sent.</summary>
    internal ReadOnlyMemory<char> Value { get; init; }

    /// <summary>Returns the access key id. Secrets are not included (CR-107).</summary>
    /// <returns>The access key id; empty for the default value.</returns>
    public override string ToString() => AccessKeyId ?? "";
}
