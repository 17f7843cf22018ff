using IamCore.Administration.Composites;
using IamCore.Administration.Credentials;
using IamCore.Administration.Users;
using IamCore.Authorization;
using IamCore.Callers;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Tests.Sessions;

namespace IamCore.Tests.Credentials;

/// <summary>Credentials for single services (CR-068 to CR-072).</summary>
public sealed class ServiceCredentialTests
{
    private const string Git = "codecommit.amazonaws.com";

    private static readonly AccountId Home = AccountId.Parse(SessionFixture.Home);

    private readonly SessionFixture _world = new(new()
    {
        CredentialServices = [new(Git), new("cassandra.amazonaws.com"), new("models.example.com") { TakesApiKeys = true }],
    });

    private ServiceCredentialAuthenticator Authenticator => field ??= new(_world.Directory);

    [Fact]
    public async Task SC_076_SC_077_CR_071_a_credential_is_good_for_its_service_alone()
    {
        var alice = _world.User("alice", SessionFixture.AllowAll);
        var git = await CreateAsync("alice", Git);
        var keyspaces = await CreateAsync("alice", "cassandra.amazonaws.com");
        Assert.Equal("alice-at-123456789012", git.Credential.ServiceUserName);
        Assert.Matches("^[A-Za-z0-9+/]{44}$", git.ServicePassword);
        Assert.StartsWith("ACCA", git.Credential.ServiceSpecificCredentialId, StringComparison.Ordinal);

        var caller = await AuthenticateAsync(git, Git);
        Assert.Equal(alice.Key, caller.Entity);
        Assert.Equal(alice.Key, (await AuthenticateAsync(keyspaces, "cassandra.amazonaws.com")).Entity);
        await FailsAsync(() => AuthenticateAsync(git, "cassandra.amazonaws.com"));
        await FailsAsync(() => AuthenticateAsync(keyspaces, Git));
        await FailsAsync(() => AuthenticateAsync(git, Git, AccountId.Parse(SessionFixture.Other)));

        using var authorizer = new DirectoryAuthorizer(_world.Store, new() { TimeProvider = _world.Clock });
        var callers = new CallerAuthorizer(_world.Directory, authorizer);
        Assert.True((await callers.AuthorizeAsync(caller, ActionName.Parse("codecommit:GitPull"), ResourceName.None)).IsAllowed);
        foreach (var elsewhere in (string[])["iam:GetUser", "cassandra:Select", "sts:AssumeRole"])
        {
            var refusal = await SessionFixture.RefusedAsync(
                IamErrorCode.AccessDenied, async () => await callers.AuthorizeAsync(caller, ActionName.Parse(elsewhere), ResourceName.None));
            Assert.Equal("sessionRestriction", refusal.Details[0].Subject);
        }

        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.GetSessionTokenAsync(caller, new()));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.AssumeAsync(caller, _world.Role("Any", SessionFixture.Home)));
        await SessionFixture.RefusedAsync(IamErrorCode.AccessDenied, async () => await _world.Sts.ForwardAccessAsync(_world.Directory.OpenService("billing.example.com"), caller));
    }

    [Fact]
    public async Task CR_068_CR_070_the_life_of_a_credential()
    {
        _world.User("alice");
        var first = await CreateAsync("alice", Git);
        var second = await CreateAsync("alice", Git);
        Assert.Equal("alice-at-123456789012+1", second.Credential.ServiceUserName);
        await SessionFixture.RefusedAsync(IamErrorCode.LimitExceeded, () => CreateAsync("alice", Git));
        Assert.Equal(2, (await _world.Trusted.ExecuteAsync(new ListServiceSpecificCredentials("alice", Git))).Count);
        Assert.Empty((IEnumerable<ServiceSpecificCredentialDescription>)await _world.Trusted.ExecuteAsync(new ListServiceSpecificCredentials("alice", "cassandra.amazonaws.com")));

        await _world.Trusted.ExecuteAsync(new UpdateServiceSpecificCredential("alice", first.Credential.ServiceSpecificCredentialId, CredentialStatus.Inactive));
        await FailsAsync(() => AuthenticateAsync(first, Git));
        await _world.Trusted.ExecuteAsync(new UpdateServiceSpecificCredential("alice", first.Credential.ServiceSpecificCredentialId, CredentialStatus.Active));
        var reset = await _world.Trusted.ExecuteAsync(new ResetServiceSpecificCredential("alice", first.Credential.ServiceSpecificCredentialId));
        Assert.Equal(first.Credential, reset.Credential);
        await FailsAsync(() => AuthenticateAsync(first, Git));
        await AuthenticateAsync(reset, Git);

        await _world.Trusted.ExecuteAsync(new UpdateUser("alice") { NewUserName = "alicia" });
        await AuthenticateAsync(reset, Git); // the service user name stays
        await _world.Trusted.ExecuteAsync(new DeleteServiceSpecificCredential("alicia", first.Credential.ServiceSpecificCredentialId));
        await FailsAsync(() => AuthenticateAsync(reset, Git));

        await SessionFixture.RefusedAsync(IamErrorCode.NotSupportedService, () => CreateAsync("alicia", "s3.amazonaws.com"));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => CreateAsync("nobody", Git));
        await SessionFixture.RefusedAsync(
            IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new DeleteServiceSpecificCredential("alicia", first.Credential.ServiceSpecificCredentialId)));
    }

    [Fact]
    public async Task CR_069_an_API_key_may_have_an_age_and_ends_to_the_tick()
    {
        _world.User("alice");
        var key = await _world.Trusted.ExecuteAsync(new CreateServiceSpecificCredential("alice", "models.example.com") { CredentialAgeDays = 1 });
        Assert.Null(key.ServicePassword);
        Assert.Null(key.Credential.ServiceUserName);
        var alias = key.Credential.ServiceCredentialAlias!;
        _world.Clock.SetUtcNow(key.Credential.ExpirationDate!.Value.AddTicks(-1));
        await Authenticator.AuthenticateServiceCredentialAsync(Home, "models.example.com", alias, key.ServiceCredentialSecret!);
        _world.Clock.SetUtcNow(key.Credential.ExpirationDate!.Value);
        await FailsAsync(async () => await Authenticator.AuthenticateServiceCredentialAsync(Home, "models.example.com", alias, key.ServiceCredentialSecret!));
        Assert.Equal(CredentialStatus.Expired, (await _world.Trusted.ExecuteAsync(new ListServiceSpecificCredentials("alice")))[0].Status);

        await SessionFixture.RefusedAsync(
            IamErrorCode.InvalidInput, () => _world.Trusted.ExecuteAsync(new CreateServiceSpecificCredential("alice", Git) { CredentialAgeDays = 1 }));
        foreach (var days in (int[])[0, 36_601])
        {
            await SessionFixture.RefusedAsync(
                IamErrorCode.ValidationError, () => _world.Trusted.ExecuteAsync(new CreateServiceSpecificCredential("alice", "models.example.com") { CredentialAgeDays = days }));
        }
    }

    [Fact]
    public async Task CR_071_CR_072_CR_111_the_password_is_hashed_and_guessing_is_slowed_down()
    {
        _world.User("alice");
        var git = await CreateAsync("alice", Git);
        var stored = _world.Find<ServiceSpecificCredential>(new(ObjectKind.ServiceSpecificCredential, git.Credential.ServiceSpecificCredentialId))!;
        Assert.StartsWith("$pbkdf2-sha512$", stored.PasswordHash, StringComparison.Ordinal);
        foreach (var name in (string[])["alice-at-123456789012", "nobody-at-123456789012"])
        {
            for (var i = 0; i < 5; i++)
            {
                await FailsAsync(async () => await Authenticator.AuthenticateServiceCredentialAsync(Home, Git, name, "wrong"));
            }

            await SessionFixture.RefusedAsync(IamErrorCode.Throttling, async () => await Authenticator.AuthenticateServiceCredentialAsync(Home, Git, name, git.ServicePassword!));
        }

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await AuthenticateAsync(git, Git);
    }

    [Fact]
    public async Task ID_088_ID_090_what_a_user_has_stands_in_the_way_of_deleting_it_or_goes_with_it()
    {
        _world.User("alice");
        await CreateAsync("alice", Git);
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        await _world.Trusted.ExecuteAsync(new UploadSSHPublicKey("alice", SshKeyTests.Line(rsa)));
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=alice", rsa, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(_world.Clock.GetUtcNow().AddDays(-1), _world.Clock.GetUtcNow().AddDays(1));
        await _world.Trusted.ExecuteAsync(new UploadSigningCertificate(certificate.ExportCertificatePem(), "alice"));

        var refusal = await SessionFixture.RefusedAsync(IamErrorCode.DeleteConflict, () => _world.Trusted.ExecuteAsync(new DeleteUser("alice")));
        Assert.Equal("Cannot delete entity, must delete signing certificates first.", refusal.Message);
        Assert.Equal(
            ["must delete signing certificates", "must delete SSH public keys", "must delete service specific credentials"],
            refusal.Details.Select(detail => detail.Message));
        await _world.Trusted.ExecuteAsync(new DeleteUserWithDependencies("alice"));
        await SessionFixture.RefusedAsync(IamErrorCode.NoSuchEntity, () => _world.Trusted.ExecuteAsync(new GetUser("alice")));
    }

    private Task<NewServiceSpecificCredential> CreateAsync(string user, string service) => _world.Trusted.ExecuteAsync(new CreateServiceSpecificCredential(user, service));

    private async Task<ServiceCredentialCaller> AuthenticateAsync(NewServiceSpecificCredential credential, string service, AccountId? account = null) =>
        await Authenticator.AuthenticateServiceCredentialAsync(account ?? Home, service, credential.Credential.ServiceUserName!, credential.ServicePassword!);

    private static Task<IamException> FailsAsync(Func<Task> act) => SessionFixture.RefusedAsync(IamErrorCode.AuthenticationFailed, act);
}
