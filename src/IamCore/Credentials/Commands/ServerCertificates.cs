using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamCore.Administration;
using IamCore.Credentials;
using IamCore.Errors;

namespace IamCore;

/// <summary>What is told of a server certificate; never its private key (CR-075).</summary>
/// <param name="ServerCertificateName">The name.</param>
/// <param name="ServerCertificateId"><c>ASCA…</c></param>
/// <param name="Arn">The ARN.</param>
/// <param name="Path">The path.</param>
/// <param name="UploadDate">When it was uploaded, UTC.</param>
/// <param name="Expiration">The end of its validity, UTC.</param>
/// <param name="CertificateBody">PEM; <see langword="null"/> in lists.</param>
/// <param name="CertificateChain">PEM; <see langword="null"/> in lists and where none was uploaded.</param>
public sealed record ServerCertificateDescription(
    string ServerCertificateName,
    string ServerCertificateId,
    string Arn,
    string Path,
    DateTimeOffset UploadDate,
    DateTimeOffset Expiration,
    string? CertificateBody = null,
    string? CertificateChain = null)
{
    internal static ServerCertificateDescription Of(ServerCertificate certificate) =>
        new(certificate.Name, certificate.Id, certificate.Arn, certificate.Path, certificate.CreateDate, certificate.Expiration);
}

/// <summary>Gives an account a certificate with its key for TLS (CR-074).</summary>
/// <param name="ServerCertificateName">The name (ID-049).</param>
/// <param name="CertificateBody">PEM, 1 to 16384 characters.</param>
/// <param name="PrivateKey">PEM, not encrypted, 1 to 16384 characters. It can never be read again but by <see cref="OpenServerCertificate"/>.</param>
public sealed record UploadServerCertificate(string ServerCertificateName, string CertificateBody, string PrivateKey) : IamCommand<ServerCertificateDescription>
{
    /// <summary>The certificates above it in PEM, up to 2097152 characters.</summary>
    public string? CertificateChain { get; init; }

    /// <summary>The path (ID-053).</summary>
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
            throw new IamException(IamErrorCode.KeyPairMismatch, "The private key is not that of the certificate.", "CR-074");
        }

        if (!Certificates.IsValidAt(certificate, work.Now))
        {
            throw Refusals.Invalid("The certificate is not valid at this time.", "CR-074");
        }

        await ServerCertificates.CheckFreeAsync(work, ServerCertificateName, "CR-074").ConfigureAwait(false);
        await work.CheckRoomAsync(ObjectKind.ServerCertificate, Quota.ServerCertificatesPerAccount).ConfigureAwait(false);
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

    /// <summary>The name (CR-107).</summary>
    public override string ToString() => $"{nameof(UploadServerCertificate)} {ServerCertificateName}";

    private static IamException Malformed(string what) => new(IamErrorCode.MalformedCertificate, $"The {what} is malformed or cannot be read.", "CR-074");
}

/// <summary>Reads a server certificate with its chain (CR-075).</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
public sealed record GetServerCertificate(string ServerCertificateName) : IamQuery<ServerCertificateDescription>
{
    internal override void Validate(ParameterCheck check) => ServerCertificates.Check(check, ServerCertificateName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName);

    internal override async ValueTask<ServerCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        return ServerCertificateDescription.Of(certificate) with { CertificateBody = certificate.Body, CertificateChain = certificate.Chain };
    }
}

/// <summary>Lists server certificates by name (CR-075).</summary>
public sealed record ListServerCertificates : IamListQuery<ServerCertificateDescription>
{
    /// <summary>What paths begin with.</summary>
    /// <value><c>/</c></value>
    public string? PathPrefix { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        check.PathPrefix(PathPrefix);
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        work.CheckAsync(new() { Action = Action, Resource = work.ArnOf($"server-certificate{PathPrefix ?? "/"}") });

    internal override async ValueTask<Page<ServerCertificateDescription>> ApplyAsync(AdministrationWork work)
    {
        var page = await work.PageAsync<ServerCertificateDescription, ServerCertificate>(this, ObjectKind.ServerCertificate, PathPrefix).ConfigureAwait(false);
        return new([.. ((IEnumerable<ServerCertificate>)page.Items).Select(ServerCertificateDescription.Of)], page.Marker);
    }
}

/// <summary>Renames or moves a server certificate (CR-075, ID-227).</summary>
/// <param name="ServerCertificateName">The name as of now, in any letter case.</param>
public sealed record UpdateServerCertificate(string ServerCertificateName) : IamCommand<ServerCertificateDescription>
{
    /// <summary>The new path; <see langword="null"/> leaves it.</summary>
    public string? NewPath { get; init; }

    /// <summary>The new name; <see langword="null"/> leaves it.</summary>
    public string? NewServerCertificateName { get; init; }

    internal override void Validate(ParameterCheck check)
    {
        ServerCertificates.Check(check, ServerCertificateName);
        check.ObjectPath(NewPath, nameof(NewPath));
        if (NewServerCertificateName is not null)
        {
            ServerCertificates.Check(check, NewServerCertificateName, nameof(NewServerCertificateName));
        }
    }

    /// <summary>On the old ARN and the new one (ID-240).</summary>
    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        await ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName).ConfigureAwait(false);
        var found = await ServerCertificates.FindAsync(work, ServerCertificateName).ConfigureAwait(false);
        await work.CheckAsync(new()
        {
            Action = Action,
            Resource = work.ArnOf($"server-certificate{NewPath ?? found?.Path ?? "/"}{NewServerCertificateName ?? found?.Name ?? ServerCertificateName}"),
            ShownResource = work.ArnOf($"server-certificate{NewPath ?? "/"}{NewServerCertificateName ?? ServerCertificateName}"),
            ResourceTags = found?.Tags,
        }).ConfigureAwait(false);
    }

    internal override async ValueTask<ServerCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        var moved = certificate with { Name = NewServerCertificateName ?? certificate.Name, Path = NewPath ?? certificate.Path };
        await ServerCertificates.CheckFreeAsync(work, moved.Name, "CR-075", certificate.Key).ConfigureAwait(false);
        work.Put(moved);
        return ServerCertificateDescription.Of(moved);
    }
}

/// <summary>Deletes a server certificate that nothing uses (CR-075).</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
public sealed record DeleteServerCertificate(string ServerCertificateName) : IamCommand<Nothing>
{
    internal override void Validate(ParameterCheck check) => ServerCertificates.Check(check, ServerCertificateName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName);

    internal override async ValueTask<Nothing> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        if (work.Credentials.Options.FindServerCertificateUsesAsync is { } findUses)
        {
            var uses = await findUses(certificate.Arn, work.CancellationToken).ConfigureAwait(false);
            if (uses.Count > 0)
            {
                throw new IamException(
                    IamErrorCode.DeleteConflict,
                    $"Certificate {certificate.Name} is currently in use by {uses[0]}.",
                    [.. ((IEnumerable<string>)uses).Select(use => new IamErrorDetail("CR-075", use, "uses the certificate"))]);
            }
        }

        work.Delete(certificate);
        return default;
    }
}

/// <summary>
/// Hands a server certificate with its private key to the host, for a TLS end point, and records the use (CR-076). For the host's own code; the
/// host disposes of what it gets.
/// </summary>
/// <param name="Arn">The certificate.</param>
/// <param name="Purpose">What for, as the record shows it.</param>
public sealed record OpenServerCertificate(string Arn, string Purpose) : IamCommand<X509Certificate2>
{
    internal override void Validate(ParameterCheck check)
    {
        check.Require(Policies.Arn.TryParse(Arn, out _), nameof(Arn), "must be an ARN", "CR-076");
        check.Length(Purpose ?? "", nameof(Purpose), 1, 256, "CR-076");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Private keys are opened by the host alone.", "CR-076");

    internal override async ValueTask<X509Certificate2> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.FindAsync(work, Arn[(Arn.LastIndexOf('/') + 1)..]).ConfigureAwait(false);
        if (certificate is null || certificate.Arn != Arn)
        {
            throw Refusals.Missing("Server Certificate", Arn, "CR-076");
        }

        var key = work.Credentials.Vault.Open(certificate.Key, certificate.Account, certificate.SealedPrivateKey);
        work.Put(certificate with { LastOpenedDate = work.Now, LastOpenedFor = Purpose });
        var opened = Certificates.Join(certificate.Body, key);
        CryptographicOperations.ZeroMemory(key);
        return opened;
    }
}

/// <summary>What operations on server certificates have in common.</summary>
internal static class ServerCertificates
{
    public static void Check(ParameterCheck check, string? name, string parameter = "ServerCertificateName") => check.Name(name, parameter, 128, "ID-049");

    public static ValueTask<ServerCertificate?> FindAsync(AdministrationWork work, string name) =>
        work.FindAsync<ServerCertificate>(ServerCertificate.KeyOf(work.AccountId, name));

    public static async ValueTask<ServerCertificate> GetAsync(AdministrationWork work, string name) =>
        await FindAsync(work, name).ConfigureAwait(false) ?? throw Refusals.Missing("Server Certificate", name, "CR-075");

    public static async ValueTask CheckFreeAsync(AdministrationWork work, string name, string rule, ObjectKey own = default)
    {
        if (await FindAsync(work, name).ConfigureAwait(false) is { } other && other.Key != own)
        {
            throw Refusals.Taken("Server Certificate", name, rule);
        }
    }

    public static async ValueTask AuthorizeAsync(AdministrationWork work, string action, string name) =>
        await work.CheckAsync(await CheckOnAsync(work, action, name).ConfigureAwait(false)).ConfigureAwait(false);

    public static async ValueTask<AdministrationCheck> CheckOnAsync(AdministrationWork work, string action, string name)
    {
        var shown = work.ArnOf($"server-certificate/{name}");
        var found = await FindAsync(work, name).ConfigureAwait(false);
        return new() { Action = action, Resource = found?.Arn ?? shown, ShownResource = shown, ResourceTags = found?.Tags };
    }
}
