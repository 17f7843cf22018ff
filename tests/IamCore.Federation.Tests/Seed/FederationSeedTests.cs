using System.Text.Json.Nodes;
using IamCore.Administration.Credentials;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Users;
using IamCore.Credentials;
using IamCore.Federation.Tests.Saml;
using IamCore.Federation.Tests.WebIdentity;
using IamCore.Model;
using IamCore.Policies;
using IamCore.Sessions;
using IamCore.Signing;
using IamCore.Stores;

namespace IamCore.Federation.Tests.Seed;

/// <summary>What the seeds ask of federation (seed-coverage.md).</summary>
public sealed class FederationSeedTests
{
    [Fact]
    public async Task SC_002_a_federated_identity_is_a_principal_with_a_decision_like_users_and_services()
    {
        using var web = await WebFixture.NewAsync();
        using var saml = await SamlFixture.NewAsync();
        var (byToken, byAssertion) = (await web.AssumeAsync(web.Token()), await saml.AssumeAsync());
        foreach (var (world, session, arn, role) in new[]
        {
            (web.World, byToken.Session, "arn:aws:sts::123456789012:assumed-role/Web/session", web.Role),
            (saml.World, byAssertion.Session, "arn:aws:sts::123456789012:assumed-role/Saml/maria@corp", saml.Role),
        })
        {
            var principal = (await world.Callers.GetPrincipalAsync(session)).Principal;
            Assert.Equal((PrincipalKind.RoleSession, arn, role.Arn), (principal.Kind, principal.Text, principal.PrincipalArn));
            Assert.Equal((true, false), (await world.MayAsync(session, "docs:Read"), await world.MayAsync(session, "docs:Write")));
        }

        Assert.Equal((SessionKind.WebIdentityRole, SessionKind.SamlRole), (byToken.Session.Kind, byAssertion.Session.Kind));
        await web.World.Iam.ExecuteAsync(new CreateUser("alice"));
        var user = Principal.Parse("arn:aws:iam::123456789012:user/alice");
        Assert.Equal((PrincipalKind.User, PrincipalKind.Service), (user.Kind, Principal.Service("billing.example.com").Kind));
    }

    [Fact]
    public async Task SC_033_what_the_provider_says_decides_which_role()
    {
        using var f = await SamlFixture.NewAsync(condition: """{"StringEquals":{"saml:sub":"maria"} }""");
        var sales = await f.RoleAsync("Sales", """{"StringEquals":{"saml:edupersonprimaryaffiliation":"sales"} }""");
        string Assertion(string person, IamRole role, string affiliation) => f.Idp(idp =>
        {
            idp.NameId = person;
            idp.Say("Role", $"{role.Arn},{SamlFixture.ProviderArn}").Say("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", affiliation);
        }).Base64();
        Assert.Equal("Saml", RoleOf(await f.Service.SignInWithSamlAsync(new(Assertion("maria", f.Role, "none"))), f));
        Assert.Equal("Sales", RoleOf(await f.Service.SignInWithSamlAsync(new(Assertion("hugo", sales, "sales"))), f));
        await f.RefusedAsync(IamErrorCode.AccessDenied, Assertion("hugo", sales, "sales")); // the role that it does not offer
        await f.RefusedAsync(IamErrorCode.AccessDenied, Assertion("hugo", f.Role, "sales")); // offered, and not trusted
        await f.RefusedAsync(IamErrorCode.AccessDenied, Assertion("maria", sales, "none"), r => r with { RoleArn = sales.Arn });

        using var web = await WebFixture.NewAsync(condition: $$"""{"StringEquals":{"{{World.ProviderName}}:aud":"app"},"StringLike":{"{{World.ProviderName}}:sub":"repo:*"} }""");
        Assert.NotNull(await web.AssumeAsync(web.Token(c => c["sub"] = "repo:handbook")));
        await web.RefusedAsync(IamErrorCode.AccessDenied, web.Token(c => c["sub"] = "person:maria"));
    }

    [Theory]
    [InlineData("accounts.google.com")]
    [InlineData("www.amazon.com")]
    [InlineData("graph.facebook.com")]
    [InlineData("cognito-identity.amazonaws.com")]
    public async Task SC_035_SC_079_an_app_on_a_phone_signs_in_with_an_internet_provider(string provider)
    {
        using var world = new World();
        var role = await world.RoleAsync("App", provider, "sts:AssumeRoleWithWebIdentity", $$"""{"StringEquals":{"{{provider}}:aud":"my-app"} }""");
        var service = new FederationService(world.Directory, new() { Providers = [new(provider) { Audiences = ["my-app"], KeySource = new TestIssuer().Publish("k1", TestIssuer.Rsa()) }] });
        string Token(string audience) => TestIssuer.Token(new JsonObject
        {
            ["iss"] = $"https://{provider}", ["aud"] = audience, ["sub"] = "phone-user", ["exp"] = world.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
        });
        var result = await service.AssumeRoleWithWebIdentityAsync(new(role.Arn, "phone", Token("my-app")));
        Assert.Equal(world.Clock.GetUtcNow().AddHours(1), result.Credentials.Expiration); // temporary
        Assert.True(await world.MayAsync(result.Session, "docs:Read"));
        await World.RefusedAsync(IamErrorCode.InvalidIdentityToken, async () => await service.AssumeRoleWithWebIdentityAsync(new(role.Arn, "phone", Token("another-app"))));
    }

    [Fact]
    public async Task SC_053_roles_for_SAML_and_for_tokens_need_valid_proof_of_their_own_kind()
    {
        using var f = await SamlFixture.NewAsync();
        await f.World.RegisterAsync("app");
        var web = await f.World.WebRoleAsync();
        var service = new FederationService(f.World.Directory, new() { KeySource = new TestIssuer().Publish("k1", TestIssuer.Rsa()) });
        string Token(int key) => TestIssuer.Token(
            new() { ["iss"] = World.Issuer, ["aud"] = "app", ["sub"] = "subject-1", ["exp"] = f.World.Clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds() }, TestIssuer.Rsa(key));
        Assert.NotNull(await service.AssumeRoleWithWebIdentityAsync(new(web.Arn, "session", Token(0))));
        Assert.NotNull(await f.AssumeAsync());
        await World.RefusedAsync(IamErrorCode.InvalidIdentityToken, async () => await service.AssumeRoleWithWebIdentityAsync(new(web.Arn, "session", Token(1))));
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, TestIdp.Encode(TestIdp.Sign(f.Idp().Xml(), "assertion", TestIdp.Rsa(1))));
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await service.AssumeRoleWithWebIdentityAsync(new(f.Role.Arn, "session", Token(0))));
        await f.RefusedAsync(IamErrorCode.AccessDenied, f.Idp(idp => idp.Say("Role", $"{web.Arn},{SamlFixture.ProviderArn}")).Base64(), r => r with { RoleArn = web.Arn });

        var user = await f.World.Iam.ExecuteAsync(new CreateUser("alice"));
        await f.World.Iam.ExecuteAsync(new PutUserPolicy("alice", "all", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"""));
        var key = await f.World.Iam.ExecuteAsync(new CreateAccessKey(user.Name));
        var alice = await new CallerAuthenticator(f.World.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        foreach (var role in new[] { web, f.Role })
        {
            await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await f.World.Sts.AssumeRoleAsync(alice, new(role.Arn, "session"))); // no proof at all
        }
    }

    [Fact]
    public async Task SC_054_a_role_for_a_provider_takes_tags_and_source_identity_from_it()
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"arn:aws:docs:::${aws:PrincipalTag/department}/*"}]}""";
        using var web = await WebFixture.NewAsync();
        await web.World.Iam.ExecuteAsync(new PutRolePolicy("Web", "own", Policy));
        var byToken = await web.AssumeAsync(web.Token(c =>
        {
            c["https://aws.amazon.com/tags"] = new JsonObject { ["principal_tags"] = new JsonObject { ["department"] = new JsonArray("sales") } };
            c["https://aws.amazon.com/source_identity"] = "maria";
        }));
        using var saml = await SamlFixture.NewAsync();
        await saml.World.Iam.ExecuteAsync(new PutRolePolicy("Saml", "own", Policy));
        var byAssertion = await saml.AssumeAsync(idp => idp.Say("PrincipalTag:department", "sales").Say("SourceIdentity", "maria"));
        foreach (var (world, role) in new[] { (web.World, byToken.Role), (saml.World, byAssertion.Role) })
        {
            Assert.Equal(("maria", "maria"), (role.SourceIdentity, role.Session.SourceIdentity));
            Assert.True(await world.MayAsync(role.Session, "docs:Read", "arn:aws:docs:::sales/1"));
            Assert.False(await world.MayAsync(role.Session, "docs:Read", "arn:aws:docs:::engineering/1"));
        }
    }

    [Fact]
    public async Task SC_080_SC_096_SC_113_corporate_users_come_with_their_own_sign_in()
    {
        using var f = await SamlFixture.NewAsync();
        var credentials = (await f.AssumeAsync()).Credentials;
        var caller = await new CallerAuthenticator(f.World.Directory).AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        Assert.True(await f.World.MayAsync(caller, "docs:Read"));
        var signIn = await f.Service.SignInWithSamlAsync(new(f.Idp().Base64()));
        Assert.True(await f.World.MayAsync(signIn.Session!, "docs:Read"));
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, TestIdp.Encode(f.Idp().Signed().OuterXml.Replace(">maria<", ">hugo<", StringComparison.Ordinal)));
        Assert.Empty((IEnumerable<IamUser>)(await f.World.Iam.ExecuteAsync(new ListUsers())).Items); // nobody was made a user
        f.World.Clock.Advance(TimeSpan.FromHours(1)); // and access is temporary
        await World.RefusedAsync(IamErrorCode.ExpiredToken, () => f.World.MayAsync(signIn.Session!, "docs:Read"));
    }

    [Fact]
    public async Task SC_081_SC_096_SC_113_a_broker_takes_on_roles_for_people_it_knows()
    {
        using var world = new World();
        await world.Iam.ExecuteAsync(new CreateUser("broker"));
        await world.Iam.ExecuteAsync(new PutUserPolicy("broker", "act", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}"""));
        var role = (await world.Iam.ExecuteAsync(new CreateRole("People", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/broker"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],
             "Condition":{"StringEquals":{"aws:RequestTag/department":["sales","archive"]},"Null":{"sts:SourceIdentity":"false"} } }]}
            """))).Value;
        await world.Iam.ExecuteAsync(new PutRolePolicy("People", "own", World.AllowRead));
        var key = await world.Iam.ExecuteAsync(new CreateAccessKey("broker"));
        var broker = await new CallerAuthenticator(world.Directory).AuthenticateAccessKeyAsync(key.AccessKeyId, key.SecretAccessKey);
        var assumed = await world.Sts.AssumeRoleAsync(broker, new(role.Arn, "hugo") { SourceIdentity = "hugo@old", Tags = [new("department", "archive")] });
        var session = await world.Sts.RedeemSignInTokenAsync(await world.Sts.CreateSignInTokenAsync(assumed.Session));
        await world.AssertKeyAsync(session, "aws:PrincipalTag/department", "archive");
        await world.AssertKeyAsync(session, "aws:SourceIdentity", "hugo@old");
        Assert.False(await world.MayAsync(broker, "docs:Read")); // the broker itself may not
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await world.Sts.AssumeRoleAsync(broker, new(role.Arn, "hugo") { SourceIdentity = "hugo@old", Tags = [new("department", "payroll")] }));
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await world.Sts.AssumeRoleAsync(broker, new(role.Arn, "hugo") { Tags = [new("department", "archive")] }));
    }

    [Fact]
    public async Task SC_092_an_external_identity_gets_access_without_users_or_keys()
    {
        using var f = await WebFixture.NewAsync();
        var result = await f.AssumeAsync(f.Token());
        Assert.True(await f.World.MayAsync(result.Session, "docs:Read"));
        Assert.StartsWith("ASIA", result.Credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Empty((IEnumerable<IamUser>)(await f.World.Iam.ExecuteAsync(new ListUsers())).Items);
    }

    [Fact]
    public async Task SC_106_SC_113_tokens_authenticate_and_altered_ones_do_not()
    {
        using var f = await WebFixture.NewAsync();
        var token = f.Token();
        var credentials = (await f.AssumeAsync(token)).Credentials;
        var authenticator = new CallerAuthenticator(f.World.Directory);
        Assert.NotNull(await authenticator.AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken));
        var middle = token.Length / 2;
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, $"{token[..middle]}{(token[middle] == 'A' ? 'B' : 'A')}{token[(middle + 1)..]}");
        middle = credentials.SessionToken.Length / 2;
        await Assert.ThrowsAsync<SignatureException>(async () => await authenticator.AuthenticateAccessKeyAsync(
            credentials.AccessKeyId, credentials.SecretAccessKey, $"{credentials.SessionToken[..middle]}{(credentials.SessionToken[middle] == 'A' ? 'B' : 'A')}{credentials.SessionToken[(middle + 1)..]}"));
    }

    private static string RoleOf(SamlSignIn signIn, SamlFixture f) =>
        ((IamRole)f.World.Directory.Store.FindAsync(ObjectLocator.ByKey(signIn.Session!.Entity), default).AsTask().GetAwaiter().GetResult()!).Name;
}
