using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>An X.509 certificate whose key signs for a user (CR-073).</summary>
public sealed record SigningCertificate : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SigningCertificate;

    /// <summary>The certificate, PEM.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the certificate, lower-case hex.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Whether it can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When it was made or its status last changed, UTC (CR-080).</summary>
    public DateTimeOffset LastRotated { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Thumbprint)];

    internal static string KeyOf(string thumbprint) => $"signing-certificate/{thumbprint}";
}
