using System.Security.Cryptography;
using IamCore.Credentials;
using IamCore.Credentials.Secrets;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Uploads a TLS certificate with its private key (CR-074). The result is the certificate.</summary>
/// <param name="ServerCertificateName">The name (ID-049).</param>
/// <param name="CertificateBody">The certificate as PEM, 1 to 16384 characters.</param>
/// <param name="PrivateKey">
/// The unencrypted private key as PEM, 1 to 16384 characters. Only <see cref="OpenServerCertificate"/> can read it again.
/// </param>
public sealed record UploadServerCertificate(string ServerCertificateName, string CertificateBody, string PrivateKey) : IamCommand<ServerCertificateDescription>
{
    /// <summary>The issuing certificates as PEM, up to 2097152 characters; <see langword="null"/> for none.</summary>
    public string? CertificateChain { get; init; }

    /// <summary>The path, which begins and ends with a slash (ID-053).</summary>
    /// <value><c>/</c></value>
    public string? Path { get; init; }

    /// <summary>The tags.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    internal override void Validate(ParameterCheck check)
    {
        ServerCertificates.Check(check, ServerCertificateName);
        check.ObjectPath(Path, nameof(Path));
        check.Tags(Tags);
        check.Length(CertificateBody ?? "", nameof(CertificateBody), 1, 16_384, "CR-074");
        check.Length(PrivateKey ?? "", nameof(PrivateKey), 1, 16_384, "CR-074");
        check.Length(CertificateChain ?? " ", nameof(CertificateChain), 1, 2_097_152, "CR-074");
    }

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var arn = work.ArnOf($"server-certificate{Path ?? "/"}{ServerCertificateName}");
        await work.CheckAsync(new() { Action = Action, Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        if (Tags.Count > 0)
        {
            await work.CheckAsync(new() { Action = "iam:TagServerCertificate", Resource = arn, RequestTags = Tags }).ConfigureAwait(false);
        }
    }

    internal override async ValueTask<ServerCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        TagRules.Check(Tags, ObjectKind.ServerCertificate);
        TagRules.CheckCount(Tags, work.Quotas);
        if (!Certificates.TryRead(CertificateBody, out var read))
        {
            throw Malformed("certificate");
        }

        using var certificate = read;
        if (!Certificates.TryReadKey(PrivateKey, out var key, out var publicKey))
        {
            throw Malformed("private key");
        }

        if (CertificateChain is not null && !Certificates.IsChain(CertificateChain))
        {
            throw Malformed("certificate chain");
        }

        if (!publicKey.AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
        {
            CryptographicOperations.ZeroMemory(key);
            throw new IamException(IamErrorCode.KeyPairMismatch, "The private key does not match the certificate.", "CR-074");
        }

        if (!Certificates.IsValidAt(certificate, work.Now))
        {
            throw IamErrors.Invalid("The certificate is not valid at this time.", "CR-074");
        }

        await ServerCertificates.CheckFreeAsync(work, ServerCertificateName, "CR-074").ConfigureAwait(false);
        await work.CheckQuotaAsync(ObjectKind.ServerCertificate, Quota.ServerCertificatesPerAccount).ConfigureAwait(false);
        var id = AccessKeyMaterial.NewId("ASCA", work.Options.Random);
        var stored = new ServerCertificate
        {
            Id = id,
            Account = work.AccountId,
            Partition = work.Partition,
            Name = ServerCertificateName,
            Path = Path ?? "/",
            CreateDate = work.Now,
            Body = certificate.ExportCertificatePem(),
            Chain = CertificateChain,
            SealedPrivateKey = work.Credentials.Vault.Seal(new(ObjectKind.ServerCertificate, id), work.AccountId, key),
            Expiration = new(certificate.NotAfter.ToUniversalTime()),
            Tags = TagRules.Normalize(Tags),
        };
        CryptographicOperations.ZeroMemory(key);
        work.Put(stored);
        return ServerCertificateDescription.Of(stored);
    }

    /// <summary>Returns a description without the private key (CR-107).</summary>
    public override string ToString() => $"{nameof(UploadServerCertificate)} {ServerCertificateName}";

    private static IamException Malformed(string what) => new(IamErrorCode.MalformedCertificate, $"The {what} is malformed or cannot be read.", "CR-074");
}
