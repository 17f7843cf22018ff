using System.Reflection;
using System.Text;

namespace IamCore.Tests.Sessions;

/// <summary>Secrets appear in no text form, no exception and no stored object of a whole scenario (CR-004, CR-107, ID-264).</summary>
public sealed class SecrecyTests
{
    private readonly SessionFixture _world = new();

    private readonly List<string> _secrets = [];

    private readonly List<object> _seen = [];

    [Fact]
    public async Task CR_107_nothing_that_is_secret_shows()
    {
        await PlayAsync();
        Assert.True(_secrets.Count > 12 && _secrets.All(s => s.Length >= 6));
        var texts = _seen.Select(o => (Of: o.GetType().Name, Text: TextOf(o))).ToList();
        foreach (var kind in new[] { ObjectKind.AccessKey, ObjectKind.LoginProfile, ObjectKind.MfaDevice, ObjectKind.SpentToken, ObjectKind.User, ObjectKind.Role, ObjectKind.Account })
        {
            var scope = kind == ObjectKind.Account ? "" : SessionFixture.Home;
            foreach (var o in (await _world.Store.ListAsync(new() { Kind = kind, Scope = scope }, default)).Items)
            {
                texts.Add((kind.ToString(), o + "\n" + Encoding.UTF8.GetString(ObjectJson.Write(o))));
            }
        }

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
        _world.Clock.Now += TimeSpan.FromSeconds(30);
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
        Seen(new GetSessionToken { SerialNumber = made.SerialNumber, TokenCode = code }, new AssumeRole("arn", "name") { TokenCode = code, SerialNumber = made.SerialNumber });
    }

    private void Secret(params string[] secrets) => _secrets.AddRange(secrets);

    private void Seen(params object[] objects) => _seen.AddRange(objects);

    private async Task FailureAsync(Func<Task> act) => _seen.Add((await Record.ExceptionAsync(act))!);

    /// <summary>The text form, and for exceptions everything a log would have.</summary>
    private static string TextOf(object o) => o is IamException e
        ? $"{e}\n{string.Join('\n', (IEnumerable<IamErrorDetail>)e.Details)}" : $"{o}";
}
