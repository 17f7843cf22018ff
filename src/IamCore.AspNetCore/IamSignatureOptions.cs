using IamCore.Signing;
using Microsoft.AspNetCore.Authentication;

namespace IamCore.AspNetCore;

/// <summary>How requests signed with Signature Version 4 are authenticated: AWS SDKs, the AWS CLI, <c>curl --aws-sigv4</c>.</summary>
public sealed class IamSignatureOptions : AuthenticationSchemeOptions
{
    private SignatureVerifier? _verifier;

    /// <summary>The region that clients sign for, lower case.</summary>
    /// <value><c>us-east-1</c></value>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The service that clients sign for, lower case, for example <c>docs</c>. Required.</summary>
    public string Service { get; set; } = "";

    /// <summary>Whether paths are signed as sent and presigned bodies are not, as with S3 (CR-084, CR-093).</summary>
    public bool IsS3Like { get; set; }

    /// <summary>Whether a client may leave the body out of what it signs by <c>x-amz-content-sha256: UNSIGNED-PAYLOAD</c> (CR-088).</summary>
    public bool AcceptsUnsignedPayload { get; set; }

    /// <summary>How far a client's clock may be off, 0 to 15 minutes; <see langword="null"/> for 5, of S3-like services 15 (CR-096).</summary>
    public TimeSpan? AllowedSkew { get; set; }

    /// <summary>The longest body that is read to check its hash, in bytes. A longer one is refused with 413.</summary>
    /// <value>1 MiB</value>
    public long MaxBodyLength { get; set; } = 1 << 20;

    /// <summary>How much of a body is kept in memory until the handler reads it, in bytes; what is beyond goes to a temporary file.</summary>
    /// <value>64 KiB</value>
    public int BodyMemory { get; set; } = 1 << 16;

    /// <summary>Whether a wrong signature is answered with the canonical request and the string to sign, for developers of clients (CR-100).</summary>
    /// <value><see langword="false"/></value>
    public bool ExposeCanonicalRequest { get; set; }

    internal SignatureVerifier Verifier => _verifier ??= new(
        AllowedSkew is { } skew
            ? new SigningEndpoint(Region, Service) { IsS3Like = IsS3Like, AcceptsUnsignedPayload = AcceptsUnsignedPayload, ExposeCanonicalRequest = ExposeCanonicalRequest, AllowedSkew = skew }
            : new SigningEndpoint(Region, Service) { IsS3Like = IsS3Like, AcceptsUnsignedPayload = AcceptsUnsignedPayload, ExposeCanonicalRequest = ExposeCanonicalRequest },
        TimeProvider);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">An option is wrong.</exception>
    public override void Validate()
    {
        base.Validate();
        if (Service.Length == 0 || MaxBodyLength < 0 || BodyMemory < 0)
        {
            throw new InvalidOperationException("IamSignatureOptions: Service must be set, MaxBodyLength and BodyMemory must not be negative");
        }

        try
        {
            _ = Verifier;
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"IamSignatureOptions: {exception.Message}", exception);
        }
    }
}
