using System.Text.Json.Serialization;

namespace IamCore;

/// <summary>A certificate with its private key, for TLS (CR-074). It belongs to the account, not to a user.</summary>
public sealed record ServerCertificate : PathObject
{
    /// <inheritdoc />
    [JsonIgnore]
    public override ObjectKind ObjectKind => ObjectKind.ServerCertificate;

    /// <summary>The certificate, PEM.</summary>
    public required string Body { get; init; }

    /// <summary>The certificates between it and its root, PEM; <see langword="null"/> for none.</summary>
    public string? Chain { get; init; }

    /// <summary>The private key, sealed by <see cref="ISecretProtector"/>, in Base64 (CR-105).</summary>
    public required string SealedPrivateKey { get; init; }

    /// <summary>When it expires, UTC.</summary>
    public DateTimeOffset Expiration { get; init; }

    /// <summary>The tags, in ordinal order of their keys, case-sensitive (ID-074).</summary>
    public ValueList<Tag> Tags { get; init => field = value ?? ValueList<Tag>.Empty; } = ValueList<Tag>.Empty;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Arn => ArnOf($"server-certificate{Path}{Name}");

    /// <inheritdoc />
    [JsonIgnore]
    public override ValueList<string> UniqueKeys => [KeyOf(Account, Name)];

    internal static string KeyOf(AccountId account, string name) => $"{account}/server-certificate/{DirectoryKeys.Fold(name)}";

    /// <summary>The ARN; the private key is not shown (CR-107).</summary>
    public override string ToString() => Arn;
}
