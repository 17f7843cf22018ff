using System.Text.Json.Serialization;
using IamCore.Credentials.Secrets;

namespace IamCore.Model;

/// <summary>A certificate with its private key, stored for TLS endpoints (CR-074).</summary>
public sealed record ServerCertificate : PathObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ServerCertificate;

    /// <summary>The certificate in PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificate chain in PEM; <see langword="null"/> if none was uploaded.</summary>
    public string? Chain { get; init; }

    /// <summary>The private key in PKCS#8, sealed by <see cref="ISecretProtector"/>, in Base64 (CR-105).</summary>
    public required string SealedPrivateKey { get; init; }

    /// <summary>The end of its validity, UTC.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>When the private key was last disclosed to the host, UTC; <see langword="null"/> if never (CR-076).</summary>
    public DateTimeOffset? LastOpenedDate { get; init; }

    /// <summary>The purpose for which the private key was last disclosed.</summary>
    public string? LastOpenedFor { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"server-certificate{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, Name)];

    /// <summary>Returns the unique key of a certificate's name, ignoring case (ID-049).</summary>
    public static string KeyOf(AccountId account, string name) => $"{account}/server-certificate/{DirectoryKeys.Fold(name)}";

    /// <summary>Returns the ARN. The private key is not included (CR-107).</summary>
    /// <returns>The ARN.</returns>
    public override string ToString() => Arn;
}
