using System.Text.Json.Serialization;

namespace IamCore.Model;

/// <summary>An X.509 certificate with which a user signs requests (CR-073).</summary>
public sealed record SigningCertificate : Credential
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.SigningCertificate;

    /// <summary>The certificate in PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The SHA-256 hash of the certificate in lower-case hexadecimal, unique in the account.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Whether the certificate can be used.</summary>
    public CredentialStatus Status { get; init; }

    /// <summary>When the certificate was uploaded or its status last changed, UTC (CR-080).</summary>
    public DateTimeOffset LastRotated { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, Thumbprint)];

    /// <summary>Returns the unique key of a certificate in an account.</summary>
    public static string KeyOf(AccountId account, string thumbprint) => $"{account}/signing-certificate/{thumbprint}";

    /// <inheritdoc />
    public override string ToString() => Key.ToString();
}
