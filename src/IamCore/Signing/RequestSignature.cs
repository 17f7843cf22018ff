namespace IamCore.Signing;

/// <summary>What a request says of its own authentication, read but not proven. Only <see cref="SignatureVerifier"/> makes one.</summary>
public readonly struct RequestSignature
{
    /// <summary>Whether this is the default, which is no signature.</summary>
    public bool IsNone => AccessKeyId is null;

    /// <summary>The access key id of the credential.</summary>
    public string AccessKeyId { get; internal init; }

    /// <summary>The session token, a secret; <see langword="null"/> with a long-term key (CR-092).</summary>
    public string? SessionToken { get; internal init; }

    /// <summary>When the request was signed, by the signer's clock.</summary>
    public DateTimeOffset Time { get; internal init; }

    /// <summary>For how long a presigned request is good; <see langword="null"/> for one signed in its header (CR-093).</summary>
    public TimeSpan? Expires { get; internal init; }

    /// <summary>Whether the signature stands in the query (CR-093).</summary>
    public bool IsPresigned => Expires is not null;

    /// <summary>The credential scope: <c>date/region/service/aws4_request</c>.</summary>
    internal ReadOnlyMemory<char> Scope { get; init; }

    /// <summary>The date of the scope, eight digits.</summary>
    internal ReadOnlyMemory<char> ScopeDate { get; init; }

    /// <summary>The region of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeRegion { get; init; }

    /// <summary>The service of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeService { get; init; }

    /// <summary>The last part of the scope.</summary>
    internal ReadOnlyMemory<char> ScopeTerminator { get; init; }

    /// <summary>The signed headers as sent, joined by semicolons.</summary>
    internal ReadOnlyMemory<char> SignedHeaders { get; init; }

    /// <summary>The signature as sent.</summary>
    internal ReadOnlyMemory<char> Value { get; init; }

    /// <summary>The access key id; nothing that is secret (CR-107).</summary>
    public override string ToString() => AccessKeyId ?? "";
}
