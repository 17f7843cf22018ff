using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamCore.Administration;
using IamCore.Administration.Credentials;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Stores.Json;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>Signing certificates (CR-073) and server certificates (CR-074 to CR-076).</summary>
public sealed class CertificateTests
{
    private static readonly AccountId Home = AccountId.Parse(SessionFixture.Home);

    private readonly SessionFixture _world = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CR_073_the_life_of_a_signing_certificate(bool isRsa)
    {
        _world.User("alice");
        using var certificate = Make(isRsa);
        var uploaded = await _world.Trusted.ExecuteAsync(new UploadSigningCertificate(certificate.ExportCertificatePem(), "alice"));
        Assert.Matches("^[A-Z2-7]{32}$", uploaded.CertificateId);
        Assert.Equal(CredentialStatus.Active, uploaded.Status);
        await RefusedAsync(IamErrorCode.DuplicateCertificate, new UploadSigningCertificate(certificate.ExportCertificatePem(), "alice"));
        _world.User("bob");
        await RefusedAsync(IamErrorCode.DuplicateCertificate, new UploadSigningCertificate(certificate.ExportCertificatePem(), "bob"));

        var authenticator = new ServiceCredentialAuthenticator(_world.Directory);
        byte[] data = [1, 2, 3];
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        var signature = rsa?.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ?? ecdsa!.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        Assert.True(await authenticator.VerifyCertificateSignatureAsync(Home, uploaded.CertificateId, data, signature));
        Assert.False(await authenticator.VerifyCertificateSignatureAsync(Home, uploaded.CertificateId, new byte[] { 1, 2, 4 }, signature));
        Assert.False(await authenticator.VerifyCertificateSignatureAsync(AccountId.Parse(SessionFixture.Other), uploaded.CertificateId, data, signature));
        Assert.False(await authenticator.VerifyCertificateSignatureAsync(Home, "UNKNOWNUNKNOWNUNKNOWNUNKNOWN", data, signature));

        await _world.Trusted.ExecuteAsync(new UpdateSigningCertificate(uploaded.CertificateId, CredentialStatus.Inactive, "alice"));
        Assert.False(await authenticator.VerifyCertificateSignatureAsync(Home, uploaded.CertificateId, data, signature));
        Assert.Equal(CredentialStatus.Inactive, (await _world.Trusted.ExecuteAsync(new ListSigningCertificates("alice")))[0].Status);
        await RefusedAsync(IamErrorCode.NoSuchEntity, new DeleteSigningCertificate(uploaded.CertificateId, "bob"));
        await _world.Trusted.ExecuteAsync(new DeleteSigningCertificate(uploaded.CertificateId, "alice"));
        await RefusedAsync(IamErrorCode.NoSuchEntity, new DeleteSigningCertificate(uploaded.CertificateId, "alice"));
    }

    [Theory]
    [InlineData(-10, -1, IamErrorCode.InvalidCertificate)]
    [InlineData(1, 10, IamErrorCode.InvalidCertificate)]
    [InlineData(-1, 1, null)]
    public async Task CR_073_CR_074_a_certificate_must_be_valid_now(int fromDays, int toDays, IamErrorCode? expected)
    {
        _world.User("alice");
        using var certificate = Make(isRsa: false, fromDays, toDays);
        var signing = new UploadSigningCertificate(certificate.ExportCertificatePem(), "alice");
        var server = new UploadServerCertificate("site", certificate.ExportCertificatePem(), KeyOf(certificate));
        if (expected is { } code)
        {
            await RefusedAsync(code, signing);
            await RefusedAsync(IamErrorCode.InvalidInput, server);
        }
        else
        {
            await _world.Trusted.ExecuteAsync(signing);
            await _world.Trusted.ExecuteAsync(server);
        }
    }

    [Fact]
    public async Task CR_073_what_is_no_certificate_and_a_third_one_are_refused()
    {
        _world.User("alice");
        await RefusedAsync(IamErrorCode.MalformedCertificate, new UploadSigningCertificate("not a certificate", "alice"));
        await RefusedAsync(IamErrorCode.NoSuchEntity, new UploadSigningCertificate("x", "nobody"));
        for (var i = 0; i < 2; i++)
        {
            using var certificate = Make(isRsa: false);
            await _world.Trusted.ExecuteAsync(new UploadSigningCertificate(certificate.ExportCertificatePem(), "alice"));
        }

        using var third = Make(isRsa: false);
        await RefusedAsync(IamErrorCode.LimitExceeded, new UploadSigningCertificate(third.ExportCertificatePem(), "alice"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SC_016_CR_074_CR_075_CR_076_the_life_of_a_server_certificate(bool isRsa)
    {
        var inUse = new List<string> { "arn:aws:web:::listener/1" };
        var world = new SessionFixture(new() { FindServerCertificateUsesAsync = (_, _) => new([.. inUse]) });
        using var certificate = Make(isRsa);
        using var above = Make(isRsa: false);
        var uploaded = await world.Trusted.ExecuteAsync(new UploadServerCertificate("Site", certificate.ExportCertificatePem(), KeyOf(certificate))
        {
            CertificateChain = above.ExportCertificatePem(),
            Path = "/tls/",
            Tags = [new("team", "web")],
        });
        Assert.Equal("arn:aws:iam::123456789012:server-certificate/tls/Site", uploaded.Arn);
        Assert.StartsWith("ASCA", uploaded.ServerCertificateId, StringComparison.Ordinal);
        Assert.Equal(certificate.NotAfter.ToUniversalTime(), uploaded.Expiration.UtcDateTime);

        var read = await world.Trusted.ExecuteAsync(new GetServerCertificate("SITE"));
        Assert.Equal(certificate.ExportCertificatePem(), read.CertificateBody);
        Assert.Equal(above.ExportCertificatePem(), read.CertificateChain);
        Assert.Single((await world.Trusted.ExecuteAsync(new ListServerCertificates { PathPrefix = "/tls/" })).Items);
        Assert.Empty((await world.Trusted.ExecuteAsync(new ListServerCertificates { PathPrefix = "/other/" })).Items);
        await SessionFixture.RefusedAsync(
            IamErrorCode.EntityAlreadyExists, () => world.Trusted.ExecuteAsync(new UploadServerCertificate("sITE", certificate.ExportCertificatePem(), KeyOf(certificate))));

        var moved = await world.Trusted.ExecuteAsync(new UpdateServerCertificate("site") { NewPath = "/", NewServerCertificateName = "Www" });
        Assert.Equal("arn:aws:iam::123456789012:server-certificate/Www", moved.Arn);
        using var opened = await world.Trusted.ExecuteAsync(new OpenServerCertificate(moved.Arn, "listener 1"));
        Assert.True(opened.HasPrivateKey);
        Assert.Equal(certificate.Thumbprint, opened.Thumbprint);
        var stored = world.Find<ServerCertificate>(new(ObjectKind.ServerCertificate, uploaded.ServerCertificateId))!;
        Assert.Equal("listener 1", stored.LastOpenedFor);
        Assert.DoesNotContain("PRIVATE", System.Text.Encoding.UTF8.GetString(ObjectJson.Write(stored)), StringComparison.Ordinal);
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => world.Trusted.ExecuteAsync(new OpenServerCertificate(uploaded.Arn, "old name")));

        await SessionFixture.RefusedAsync(IamErrorCode.DeleteConflict, () => world.Trusted.ExecuteAsync(new DeleteServerCertificate("Www")));
        inUse.Clear();
        await world.Trusted.ExecuteAsync(new DeleteServerCertificate("Www"));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => world.Trusted.ExecuteAsync(new GetServerCertificate("Www")));
    }

    [Fact]
    public async Task CR_074_key_and_certificate_must_fit_and_be_readable()
    {
        using var certificate = Make(isRsa: true);
        using var other = Make(isRsa: true);
        var (body, key) = (certificate.ExportCertificatePem(), KeyOf(certificate));
        await RefusedAsync(IamErrorCode.KeyPairMismatch, new UploadServerCertificate("site", body, KeyOf(other)));
        await RefusedAsync(IamErrorCode.MalformedCertificate, new UploadServerCertificate("site", "x", key));
        await RefusedAsync(IamErrorCode.MalformedCertificate, new UploadServerCertificate("site", body, "x"));
        await RefusedAsync(IamErrorCode.MalformedCertificate, new UploadServerCertificate("site", body, key) { CertificateChain = "x" });
        using var rsa = certificate.GetRSAPrivateKey()!;
        var encrypted = rsa.ExportEncryptedPkcs8PrivateKeyPem("pass", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        await RefusedAsync(IamErrorCode.MalformedCertificate, new UploadServerCertificate("site", body, encrypted));
        await RefusedAsync(IamErrorCode.ValidationError, new UploadServerCertificate("si te", body, key));
    }

    private static string KeyOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        return rsa?.ExportPkcs8PrivateKeyPem() ?? ecdsa!.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>A certificate of its own making, around the fixture's clock.</summary>
    private static X509Certificate2 Make(bool isRsa, int fromDays = -1, int toDays = 30)
    {
        var now = new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.Zero);
        if (isRsa)
        {
            using var rsa = RSA.Create(2048);
            return new CertificateRequest("CN=test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
        }

        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=test", ecdsa, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(fromDays), now.AddDays(toDays));
    }

    private async Task RefusedAsync<T>(IamErrorCode code, IamCommand<T> command) => await SessionFixture.RefusedAsync(code, () => _world.Trusted.ExecuteAsync(command));
}
