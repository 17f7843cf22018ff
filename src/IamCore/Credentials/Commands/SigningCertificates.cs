using IamCore.Administration;
using IamCore.Credentials;

namespace IamCore;

/// <summary>A signing certificate as shown (CR-073).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root.</param>
/// <param name="CertificateId">32 characters.</param>
/// <param name="CertificateBody">PEM.</param>
/// <param name="Status">Whether it can be used.</param>
/// <param name="UploadDate">When it was uploaded, UTC.</param>
public sealed record SigningCertificateDescription(string? UserName, string CertificateId, string CertificateBody, CredentialStatus Status, DateTimeOffset UploadDate);

/// <summary>Gives a user a certificate to sign with (CR-073).</summary>
/// <param name="CertificateBody">PEM, 1 to 16384 characters.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record UploadSigningCertificate(string CertificateBody, string? UserName = null) : UserCredentialCommand<SigningCertificateDescription>(UserName)
{
    private const int IdLength = 32;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.Length(CertificateBody ?? "", nameof(CertificateBody), 1, 16_384, "CR-073");
    }

    internal override async ValueTask<SigningCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-073").ConfigureAwait(false);
        if (!Certificates.TryRead(CertificateBody, out var read))
        {
            throw new IamException(IamErrorCode.MalformedCertificate, "The certificate is malformed or cannot be read.", "CR-073");
        }

        using var certificate = read;
        if (!Certificates.IsValidAt(certificate, work.Now))
        {
            throw new IamException(IamErrorCode.InvalidCertificate, "The certificate is not valid at this time.", "CR-073");
        }

        var thumbprint = Certificates.ThumbprintOf(certificate);
        if (await work.FindAsync<SigningCertificate>(SigningCertificate.KeyOf(work.AccountId, thumbprint)).ConfigureAwait(false) is not null)
        {
            throw new IamException(IamErrorCode.DuplicateCertificate, "The same certificate is associated with a user of the account.", "CR-073");
        }

        await work.CheckRoomAsync(ObjectKind.SigningCertificate, Relation.Credential, owner.Key, Quota.SigningCertificatesPerUser).ConfigureAwait(false);
        var stored = new SigningCertificate
        {
            Id = work.Options.Random.Text(IdLength, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
            Owner = owner.Key,
            Account = work.AccountId,
            CreateDate = work.Now,
            LastRotated = work.Now,
            Body = certificate.ExportCertificatePem(),
            Thumbprint = thumbprint,
            Status = CredentialStatus.Active,
        };
        work.Put(stored);
        return SigningCertificateRules.Describe(owner, stored);
    }
}

/// <summary>The signing certificates of a user, oldest first (CR-073).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record ListSigningCertificates(string? UserName = null) : IamQuery<ValueList<SigningCertificateDescription>>
{
    internal override void Validate(ParameterCheck check) => CredentialOwner.Check(check, UserName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => CredentialOwner.AuthorizeAsync(work, Action, UserName);

    internal override async ValueTask<ValueList<SigningCertificateDescription>> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-073").ConfigureAwait(false);
        var certificates = await work.ReferrersAsync<SigningCertificate>(ObjectKind.SigningCertificate, Relation.Credential, owner.Key).ConfigureAwait(false);
        return [.. certificates.OrderBy(c => c.CreateDate).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => SigningCertificateRules.Describe(owner, c))];
    }
}

/// <summary>Makes a signing certificate active or inactive (CR-073).</summary>
/// <param name="CertificateId">The certificate.</param>
/// <param name="Status">Active or inactive.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record UpdateSigningCertificate(string CertificateId, CredentialStatus Status, string? UserName = null) : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        SigningCertificateRules.Check(check, CertificateId);
        CredentialRules.CheckStatus(check, Status, "CR-073");
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var certificate = await SigningCertificateRules.GetAsync(work, CertificateId, UserName).ConfigureAwait(false);
        if (certificate.Status != Status)
        {
            work.Put(certificate with { Status = Status, LastRotated = work.Now });
        }

        return default;
    }
}

/// <summary>Deletes a signing certificate (CR-073).</summary>
/// <param name="CertificateId">The certificate.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
public sealed record DeleteSigningCertificate(string CertificateId, string? UserName = null) : UserCredentialCommand<Nothing>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        SigningCertificateRules.Check(check, CertificateId);
    }

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        work.Delete(await SigningCertificateRules.GetAsync(work, CertificateId, UserName).ConfigureAwait(false));
        return default;
    }
}

/// <summary>What operations on signing certificates have in common.</summary>
file static class SigningCertificateRules
{
    public static void Check(ParameterCheck check, string? id) =>
        check.Require(
            id is { Length: >= 24 and <= 128 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            "CertificateId", @"must satisfy the pattern [\w]{24,128}", "CR-073");

    public static async ValueTask<SigningCertificate> GetAsync(AdministrationWork work, string id, string? userName)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, "CR-073").ConfigureAwait(false);
        return await CredentialRules.GetAsync<SigningCertificate>(work, new(ObjectKind.SigningCertificate, id), owner, "certificate", "CR-073").ConfigureAwait(false);
    }

    public static SigningCertificateDescription Describe(CredentialOwner owner, SigningCertificate certificate) =>
        new(owner.UserName, certificate.Id, certificate.Body, certificate.Status, certificate.CreateDate);
}
