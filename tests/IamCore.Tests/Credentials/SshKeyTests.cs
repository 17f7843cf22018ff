using System.Security.Cryptography;
using System.Text;
using IamCore.Administration.Credentials;
using IamCore.Callers;
using IamCore.Credentials.Ssh;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>SSH public keys (CR-065 to CR-067). The signatures are made here from the standards, not by the library.</summary>
public sealed class SshKeyTests : IDisposable
{
    private static readonly AccountId Home = AccountId.Parse(SessionFixture.Home);

    private readonly SessionFixture _world = new();

    private readonly RSA _key = RSA.Create(2048);

    private ServiceCredentialAuthenticator Authenticator => field ??= new(_world.Directory);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task SC_015_CR_065_CR_066_the_life_of_a_public_key()
    {
        _world.User("alice");
        var uploaded = await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", $"{Line(_key)} alice@laptop"));
        Assert.StartsWith("APKA", uploaded.SSHPublicKeyId, StringComparison.Ordinal);
        Assert.Equal(CredentialStatus.Active, uploaded.Status);
        Assert.Equal(Line(_key), uploaded.SSHPublicKeyBody);

        var pem = await _world.Trusted.ExecuteAsync(new GetSSHPublicKey("alice", uploaded.SSHPublicKeyId, SshEncoding.PEM));
        Assert.Equal(_key.ExportSubjectPublicKeyInfoPem(), pem.SSHPublicKeyBody);
        Assert.Equal(Line(_key), (await _world.Trusted.ExecuteAsync(new GetSSHPublicKey("alice", uploaded.SSHPublicKeyId, SshEncoding.SSH))).SSHPublicKeyBody);
        Assert.Null(Assert.Single((IEnumerable<SshPublicKeyDescription>)await _world.Trusted.ExecuteAsync(new ListSSHPublicKeys("alice"))).SSHPublicKeyBody);

        foreach (var same in (string[])[Line(_key), _key.ExportSubjectPublicKeyInfoPem(), _key.ExportRSAPublicKeyPem()])
        {
            await SessionFixture.RefusedAsync(IamErrorCode.DuplicateSSHPublicKey, () => _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", same)));
        }

        await _world.Trusted.ExecuteAsync(new DeleteSSHPublicKey("alice", uploaded.SSHPublicKeyId));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetSSHPublicKey("alice", uploaded.SSHPublicKeyId, SshEncoding.SSH)));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new UpdateSSHPublicKey("alice", uploaded.SSHPublicKeyId, CredentialStatus.Inactive)));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("nobody", Line(_key))));
    }

    /// <summary>A key made by ssh-keygen, and what <c>ssh-keygen -l -E md5</c> says of it.</summary>
    [Fact]
    public async Task CR_065_the_fingerprint_is_that_of_ssh_keygen()
    {
        const string line =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCroJVxFvFyR+Wntgj3JQGobDxzq/7hSnN4wZxKGM0Rmw7APMycrtIoXU588VM2pQSDcDyDLI"
            + "Fzv6//xqUdVJql2N0U/gjFg01XxRguZEpX1o7ZtGwUYSZ3h0xWHiEg0NP2msVMSyKhNrje3uuu6OPc47R+8/l6fDRNllnVB00gYXIhZHKKLZbG"
            + "y49wOW3I1VPTtyoe1DatNv5uzhDaCPvoiCUYXpQCd2LSQ3wd8pAG5F05wpoIyLlng8WKh9SNygCVZNI3AenMSsnp8obQTEOk2wazrHy41QRYcJ"
            + "CoF+hyP4rq/+4aojlMu3gnqvZB0a9d2O3g8JzWDd2E6yDnSMaZ";
        _world.User("alice");
        var uploaded = await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", line));
        Assert.Equal("43:65:3f:7f:54:95:1c:a3:78:40:8c:0d:08:07:ed:31", uploaded.Fingerprint);
    }

    [Theory]
    [InlineData("hello", IamErrorCode.UnrecognizedPublicKeyEncoding)]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----", IamErrorCode.UnrecognizedPublicKeyEncoding)]
    [InlineData("ssh-rsa", IamErrorCode.InvalidPublicKey)]
    [InlineData("ssh-rsa !!!!", IamErrorCode.InvalidPublicKey)]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6uXqQq0nN3N4g2V4N3N4g2V4N3N4g2V4N3N4g2V4N3", IamErrorCode.InvalidPublicKey)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", IamErrorCode.InvalidPublicKey)]
    [InlineData("", IamErrorCode.ValidationError)]
    public async Task CR_065_what_is_no_key_is_refused(string body, IamErrorCode expected)
    {
        _world.User("alice");
        await SessionFixture.RefusedAsync(expected, () => _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", body)));
    }

    [Fact]
    public async Task CR_065_keys_under_2048_bits_and_a_sixth_key_are_refused()
    {
        _world.User("alice");
        using var small = RSA.Create(1024);
        await SessionFixture.RefusedAsync(IamErrorCode.InvalidPublicKey, () => _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", Line(small))));
        for (var i = 0; i < 5; i++)
        {
            using var key = RSA.Create(2048);
            await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", Line(key)));
        }

        await SessionFixture.RefusedAsync(IamErrorCode.LimitExceeded, () => _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", Line(_key))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CR_065_ECDSA_keys_are_accepted_only_by_option(bool option)
    {
        var world = new SessionFixture(new() { AcceptEcdsaSshKeys = option });
        world.User("alice");
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var line = Line(ecdsa);
        if (!option)
        {
            await SessionFixture.RefusedAsync(IamErrorCode.InvalidPublicKey, () => world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", line)));
            return;
        }

        var uploaded = await world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", line));
        var authenticator = new ServiceCredentialAuthenticator(world.Directory);
        var challenge = authenticator.NewSshChallenge(Home);
        var data = ServiceCredentialAuthenticator.SshDataOf(Home, ServiceCredentialAuthenticator.DefaultSshService, challenge);
        var raw = ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var inner = new SshWriter().Number(raw.AsSpan(0, 32)).Number(raw.AsSpan(32)).ToArray();
        var caller = await authenticator.AuthenticateSshAsync(Home, uploaded.SSHPublicKeyId, challenge, new SshWriter().String("ecdsa-sha2-nistp256").String(inner).ToArray());
        Assert.Equal(ObjectKind.User, caller.Entity.Kind);
    }

    [Fact]
    public async Task SC_076_CR_067_a_key_answers_a_challenge_once_for_its_service_and_account()
    {
        var alice = _world.User("alice");
        var id = (await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", Line(_key)))).SSHPublicKeyId;
        var challenge = Authenticator.NewSshChallenge(Home);
        var caller = await AnswerAsync(id, challenge);
        Assert.Equal(alice.Key, caller.Entity);
        Assert.Equal("codecommit.amazonaws.com", caller.Service.ServiceName);

        await FailsAsync(id, challenge); // used
        await FailsAsync("APKAAAAAAAAAAAAAAAAA", Authenticator.NewSshChallenge(Home)); // unknown key
        await FailsAsync(id, Authenticator.NewSshChallenge(Home, "cassandra.amazonaws.com")); // made for another service
        await FailsAsync(id, Authenticator.NewSshChallenge(AccountId.Parse(SessionFixture.Other))); // made for another account
        await FailsAsync(id, "not-a-challenge");
        var late = Authenticator.NewSshChallenge(Home);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await FailsAsync(id, late);

        Assert.Equal(alice.Key, (await AnswerAsync(Line(_key), Authenticator.NewSshChallenge(Home))).Entity); // by the key itself
        await _world.Trusted.ExecuteAsync(new UpdateSSHPublicKey("alice", id, CredentialStatus.Inactive));
        await FailsAsync(id, Authenticator.NewSshChallenge(Home));
        await FailsAsync(Line(_key), Authenticator.NewSshChallenge(Home));
    }

    [Fact]
    public async Task CR_067_a_signature_of_other_data_or_with_SHA_1_is_refused()
    {
        _world.User("alice");
        var id = (await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", Line(_key)))).SSHPublicKeyId;
        var data = Encoding.UTF8.GetBytes("session id and request");
        var signature = Sign(_key, data);
        Assert.NotNull(await Authenticator.AuthenticateSshSessionAsync(Home, Line(_key), data, signature));
        data[0] ^= 1;
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await Authenticator.AuthenticateSshSessionAsync(Home, Line(_key), data, signature));
        data[0] ^= 1;
        var sha1 = new SshWriter().String("ssh-rsa").String(_key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)).ToArray();
        await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await Authenticator.AuthenticateSshSessionAsync(Home, id, data, sha1));
        for (var length = 0; length < signature.Length; length += 7)
        {
            var cut = signature[..length];
            await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, async () => await Authenticator.AuthenticateSshSessionAsync(Home, id, data, cut));
        }
    }

    /// <summary>The form of RFC 4253 section 6.6.</summary>
    internal static string Line(RSA key) => $"ssh-rsa {Convert.ToBase64String(Blob(key))}";

    private static byte[] Blob(RSA key)
    {
        var p = key.ExportParameters(false);
        return [.. Text("ssh-rsa"), .. Text(p.Exponent!), .. Text([0, .. p.Modulus!])];
    }

    private static string Line(ECDsa key)
    {
        var q = key.ExportParameters(false).Q;
        byte[] blob = [.. Text("ecdsa-sha2-nistp256"), .. Text("nistp256"), .. Text([4, .. q.X!, .. q.Y!])];
        return $"ecdsa-sha2-nistp256 {Convert.ToBase64String(blob)}";
    }

    private static byte[] Sign(RSA key, byte[] data) => [.. Text("rsa-sha2-256"), .. Text(key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))];

    private static byte[] Text(string text) => Text(Encoding.ASCII.GetBytes(text));

    private static byte[] Text(byte[] bytes) => [0, 0, (byte)(bytes.Length / 256), (byte)(bytes.Length % 256), .. bytes];

    private async Task<ServiceCredentialCaller> AnswerAsync(string key, string challenge) => await Authenticator.AuthenticateSshAsync(
        Home, key, challenge, Sign(_key, Encoding.UTF8.GetBytes($"iamcore-ssh\ncodecommit.amazonaws.com\n{SessionFixture.Home}\n{challenge}")));

    private async Task FailsAsync(string key, string challenge) => await SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, () => AnswerAsync(key, challenge));
}
