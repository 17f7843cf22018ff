using System.Reflection;
using System.Text;
using IamCore.Administration.Credentials;
using IamCore.Advisor;
using IamCore.Callers;
using IamCore.Events;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Sessions.Workloads;
using IamCore.Stores.Json;

namespace IamCore.Tests.Sessions;

/// <summary>Secrets appear in no text form, no exception and no stored object of a whole scenario (CR-004, CR-107, ID-264).</summary>
public sealed class SecrecyTests
{
    private readonly Log _log = new();

    private readonly SessionFixture _world;

    public SecrecyTests() => _world = new(observers: [_log]);

    private readonly List<string> _secrets = [];

    private readonly List<object> _seen = [];

    [Fact]
    public async Task CR_107_nothing_that_is_secret_shows()
    {
        await PlayAsync();
        Assert.True(_secrets.Count > 12 && _secrets.All(s => s.Length >= 6));
        var texts = _seen.Select(o => (Of: o.GetType().Name, Text: TextOf(o))).ToList();
        foreach (var kind in Enum.GetValues<ObjectKind>().Where(kind => kind is not (ObjectKind.None or ObjectKind.PredefinedPolicy)))
        {
            var scope = kind is ObjectKind.Account or ObjectKind.Organization or ObjectKind.OrganizationalUnit or ObjectKind.ControlPolicy ? "" : SessionFixture.Home;
            foreach (var o in (await _world.Store.ListAsync(new() { Kind = kind, Scope = scope }, default)).Items)
            {
                texts.Add((kind.ToString(), o + "\n" + Encoding.UTF8.GetString(ObjectJson.Write(o))));
            }
        }

        Assert.NotEmpty(_log.Lines);
        texts.AddRange(_log.Lines.Select(line => (Of: "audit", Text: line)));
        foreach (var (of, text) in texts)
        {
            foreach (var secret in _secrets)
            {
                Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{of} shows a secret: {text}");
                Assert.False(text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), StringComparison.Ordinal), $"{of} holds a secret in Base64");
            }
        }
    }

    /// <summary>Every public record that holds something by the name of a secret has a text form of its own.</summary>
    [Fact]
    public void CR_107_types_with_secrets_do_not_print_their_members()
    {
        string[] names = ["Secret", "Password", "Token", "Seed", "TokenCode", "AuthenticationCode", "Handle", "Provisioning"];
        var printing = typeof(IamDirectory).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && !type.Name.StartsWith('<') && type.GetMethod("<Clone>$") is not null)
            .Where(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(p => (p.PropertyType == typeof(string) || p.PropertyType == typeof(ReadOnlyMemory<byte>)) && names.Any(n => p.Name.Contains(n, StringComparison.Ordinal))))
            .Where(type => type.GetMethod("ToString", Type.EmptyTypes)!.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false))
            .Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.Equal([], printing);
    }

    private async Task PlayAsync()
    {
        _world.User("alice", SessionFixture.AllowAll);
        Secret("Passw0rd!", "N3w-Passw0rd!", "R00t-Passw0rd!");
        Seen(new CreateLoginProfile("alice") { Password = "Passw0rd!" }, new UpdateRootPassword("R00t-Passw0rd!", "Passw0rd!"), new ChangePassword("Passw0rd!", "N3w-Passw0rd!"), new UpdateLoginProfile("alice") { Password = "N3w-Passw0rd!" });
        Seen(await _world.Trusted.ExecuteAsync(new CreateLoginProfile("alice") { Password = "Passw0rd!", PasswordResetRequired = true }));
        await _world.Trusted.ExecuteAsync(new UpdateRootPassword("R00t-Passw0rd!"));
        var key = await _world.Trusted.ExecuteAsync(new CreateAccessKey("alice"));
        Secret(key.SecretAccessKey);
        var made = await _world.Trusted.ExecuteAsync(new CreateVirtualMFADevice("phone"));
        var seed = SessionFixture.Unbase32(made.Base32StringSeed);
        Secret(made.Base32StringSeed);
        var enable = new EnableMFADevice("alice", made.SerialNumber, _world.Code(seed, -1), _world.Code(seed));
        Secret(enable.AuthenticationCode1, enable.AuthenticationCode2);
        Seen(key, made, enable, new ResyncMFADevice("alice", made.SerialNumber, enable.AuthenticationCode1, enable.AuthenticationCode2), new RegisterHardwareToken("TOKEN-0001", seed));
        await _world.Trusted.ExecuteAsync(enable);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var state = await _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "Passw0rd!");
        var code = _world.Code(seed);
        Secret(code, state.Handle!);
        await FailureAsync(() => _world.SignIn.SubmitCodeAsync(state.Handle!, made.SerialNumber, _world.Code(seed, 9)).AsTask());
        var change = await _world.SignIn.SubmitCodeAsync(state.Handle!, made.SerialNumber, code);
        Secret(change.Handle!);
        await FailureAsync(() => _world.SignIn.ChangePasswordAsync(change.Handle!, "R00t-Passw0rd!", "N3w-Passw0rd!").AsTask());
        await FailureAsync(() => _world.SignIn.ChangePasswordAsync(change.Handle!, "Passw0rd!", "weakpass").AsTask());
        Secret("weakpass");
        var complete = await _world.SignIn.ChangePasswordAsync(change.Handle!, "Passw0rd!", "N3w-Passw0rd!");
        await FailureAsync(() => _world.SignIn.SignInAsync(SessionFixture.Home, "alice", "Passw0rd!").AsTask());
        var caller = await _world.Authenticator.AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var user = await _world.Sts.GetSessionTokenAsync(caller, new());
        var role = await _world.AssumeAsync(caller, _world.Role("Any", SessionFixture.Home), r => r with { Policy = SessionFixture.AllowAll });
        var federated = await _world.Sts.GetFederationTokenAsync(caller, new("feder"));
        foreach (var credentials in new[] { user.Credentials, role.Credentials, federated.Credentials })
        {
            Secret(credentials.SecretAccessKey, credentials.SessionToken);
            await FailureAsync(() => _world.Authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, key.SecretAccessKey, credentials.SessionToken).AsTask());
        }

        var token = await _world.Sts.CreateSignInTokenAsync(role.Session);
        Secret(token);
        Seen(state, change, complete, complete.Session!, caller, user, role, federated, await _world.Sts.RedeemSignInTokenAsync(token), await _world.ResolveAsync(role.Session));
        await PlayServicesAsync(role.Session);
        Seen(new GetSessionToken { SerialNumber = made.SerialNumber, TokenCode = code }, new AssumeRole("arn", "name") { TokenCode = code, SerialNumber = made.SerialNumber });
    }

    /// <summary>Credentials of single services, certificates, bearer tokens, encoded refusals and metadata.</summary>
    private async Task PlayServicesAsync(Session session)
    {
        var git = await _world.Trusted.ExecuteAsync(new CreateServiceSpecificCredential("alice", "codecommit.amazonaws.com"));
        Secret(git.ServicePassword!);
        var services = new ServiceCredentialAuthenticator(_world.Directory);
        var home = AccountId.Parse(SessionFixture.Home);
        Seen(git, await services.AuthenticateServiceCredentialAsync(home, "codecommit.amazonaws.com", git.Credential.ServiceUserName!, git.ServicePassword!));
        await FailureAsync(() => services.AuthenticateServiceCredentialAsync(home, "cassandra.amazonaws.com", git.Credential.ServiceUserName!, git.ServicePassword!).AsTask());
        await FailureAsync(() => services.AuthenticateSshAsync(home, "APKAAAAAAAAAAAAAAAAA", services.NewSshChallenge(home), new byte[8]).AsTask());

        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        using var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=site", rsa, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(_world.Clock.GetUtcNow().AddDays(-1), _world.Clock.GetUtcNow().AddDays(1));
        var pem = rsa.ExportPkcs8PrivateKeyPem();
        Secret(pem.Split('\n')[4]); // one line of the key is enough to look for
        var upload = new UploadServerCertificate("site", certificate.ExportCertificatePem(), pem);
        Seen(upload, await _world.Trusted.ExecuteAsync(upload));
        await FailureAsync(() => _world.Trusted.ExecuteAsync(upload));
        await FailureAsync(() => _world.Trusted.ExecuteAsync(upload with { ServerCertificateName = "other", CertificateBody = "x" }));

        var bearer = await _world.Sts.GetServiceBearerTokenAsync(session, "billing.example.com");
        Secret(bearer.Token);
        Seen(bearer, await _world.Sts.OpenServiceBearerTokenAsync(_world.Directory.OpenService("billing.example.com"), bearer.Token));
        var workload = MetadataDocument.Of(new(session, new("ASIA", "metadata-secret", "metadata-token", _world.Clock.GetUtcNow())));
        Secret("metadata-secret", "metadata-token");
        Seen(workload, new FoundCredentials("AKIA", "metadata-secret", "metadata-token", null, "given"), new SecurityKeyRegistration("metadata-token", "{}"));
        await _world.Trusted.ExecuteAsync(new GenerateCredentialReport());
        Seen(await _world.Trusted.ExecuteAsync(new GetCredentialReport()), await _world.Trusted.ExecuteAsync(new RunAdvisor()));
        foreach (var finding in await _world.Trusted.ExecuteAsync(new RunAdvisor()))
        {
            Seen(finding);
        }
    }

    private void Secret(params string[] secrets) => _secrets.AddRange(secrets);

    private void Seen(params object[] objects) => _seen.AddRange(objects);

    private async Task FailureAsync(Func<Task> act) => _seen.Add((await Record.ExceptionAsync(act))!);

    /// <summary>The text form, and for exceptions everything a log would have.</summary>
    private static string TextOf(object o) => o is IamException e
        ? $"{e}\n{string.Join('\n', (IEnumerable<IamErrorDetail>)e.Details)}" : $"{o}";

    /// <summary>What a host that logs everything would have in its log.</summary>
    private sealed class Log : IDirectoryObserver
    {
        public List<string> Lines { get; } = [];

        public void OnAudit(AuditEvent entry) => Lines.Add($"{entry} {entry.Parameters}");

        public void OnAdvice(AdvisoryEvent advice) => Lines.Add(advice.ToString());
    }
}
