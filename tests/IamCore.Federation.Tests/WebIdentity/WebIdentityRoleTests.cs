using System.Text.Json.Nodes;
using IamCore.Administration.Policies;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Credentials;
using IamCore.Policies;
using IamCore.Sessions;

namespace IamCore.Federation.Tests.WebIdentity;

/// <summary>What becomes of a good token: the trust decision and the session (ST-056 to ST-060).</summary>
public sealed class WebIdentityRoleTests
{
    private const string Tags = "https://aws.amazon.com/tags";

    private const string SourceIdentity = "https://aws.amazon.com/source_identity";

    [Fact]
    public async Task ST_060_ST_025_the_session_is_the_roles_and_says_who_is_behind_it()
    {
        using var f = await WebFixture.NewAsync();
        var result = await f.AssumeAsync(f.Token(c => c["amr"] = new JsonArray("pwd", "otp")), r => r with { DurationSeconds = 900 });
        Assert.Equal((SessionKind.WebIdentityRole, "arn:aws:sts::123456789012:assumed-role/Web/session"), (result.Session.Kind, result.Role.Arn));
        Assert.Equal($"{f.Role.Id}:session", result.Role.AssumedRoleId);
        Assert.Equal(f.World.Clock.GetUtcNow().AddSeconds(900), result.Credentials.Expiration);
        Assert.Null(result.Role.PackedPolicySize);
        var principal = (await f.World.Callers.GetPrincipalAsync(result.Session)).Principal;
        Assert.Equal((PrincipalKind.RoleSession, result.Role.Arn, f.Role.Arn), (principal.Kind, principal.Text, principal.PrincipalArn));
        Assert.Equal($"{f.Role.Id}:session", (await f.World.Sts.GetCallerIdentityAsync(result.Session)).UserId);

        await f.World.AssertKeyAsync(result.Session, "aws:FederatedProvider", World.OidcArn);
        await f.World.AssertKeyAsync(result.Session, $"{World.ProviderName}:aud", WebFixture.Audience);
        await f.World.AssertKeyAsync(result.Session, $"{World.ProviderName}:sub", WebFixture.Subject);
        await f.World.AssertKeyAsync(result.Session, $"{World.ProviderName}:amr", "pwd", "otp");
        await f.World.AssertKeyAsync(result.Session, $"{World.ProviderName}:azp");
        await f.World.AssertKeyAsync(result.Session, "aws:userid", $"{f.Role.Id}:session");
        await f.World.AssertKeyAsync(result.Session, "aws:PrincipalArn", f.Role.Arn);
        await f.World.AssertKeyAsync(result.Session, "aws:MultiFactorAuthPresent", "false");
        await f.World.AssertKeyAsync(result.Session, "aws:username");
        await f.World.AssertKeyAsync(result.Session, "aws:SourceIdentity");
    }

    [Fact]
    public async Task ST_002_the_credentials_sign_for_the_same_session()
    {
        using var f = await WebFixture.NewAsync();
        var credentials = (await f.AssumeAsync(f.Token())).Credentials;
        var caller = await new CallerAuthenticator(f.World.Directory).AuthenticateAccessKeyAsync(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
        Assert.True(await f.World.MayAsync(caller, "docs:Read"));
        Assert.False(await f.World.MayAsync(caller, "docs:Write"));
        await f.World.AssertKeyAsync(caller, $"{World.ProviderName}:sub", WebFixture.Subject);
    }

    [Theory]
    [InlineData("aud", "app", true)]
    [InlineData("aud", "another", false)]
    [InlineData("sub", "subject-1", true)]
    [InlineData("sub", "subject-2", false)]
    [InlineData("azp", "party", true)]
    [InlineData("azp", "app", false)]
    [InlineData("department", "sales", true)]
    [InlineData("department", "engineering", false)]
    [InlineData("email", "me@example.com", false)] // not exposed
    [InlineData("oaud", "app", false)] // Google's alone
    public async Task ST_057_the_trust_policy_tests_claims(string key, string value, bool isTaken)
    {
        using var f = await WebFixture.NewAsync(
            new() { Providers = [new(World.ProviderName) { ExposedClaims = ["department", "absent", "sub"] }] },
            $$"""{"StringEquals":{"{{World.ProviderName}}:{{key}}":"{{value}}"} }""");
        var token = f.Token(c => (c["azp"], c["department"], c["email"]) = ("party", "sales", "me@example.com"));
        if (isTaken)
        {
            await f.World.AssertKeyAsync((await f.AssumeAsync(token)).Session, $"{World.ProviderName}:department");
        }
        else
        {
            var refusal = await f.RefusedAsync(IamErrorCode.AccessDenied, token);
            Assert.Equal("Not authorized to perform sts:AssumeRoleWithWebIdentity", refusal.Message);
        }
    }

    [Theory]
    [InlineData("otp", true)]
    [InlineData("sms", false)]
    public async Task ST_057_authentication_methods_are_a_list(string method, bool isTaken)
    {
        using var f = await WebFixture.NewAsync(condition: $$"""{"ForAnyValue:StringEquals":{"{{World.ProviderName}}:amr":"{{method}}"} }""");
        var token = f.Token(c => c["amr"] = new JsonArray("pwd", "otp"));
        if (isTaken)
        {
            Assert.NotNull(await f.AssumeAsync(token));
        }
        else
        {
            await f.RefusedAsync(IamErrorCode.AccessDenied, token);
        }
    }

    [Theory]
    [InlineData("""{"AWS":"*"}""")]
    [InlineData("\"*\"")]
    [InlineData("""{"AWS":"arn:aws:iam::123456789012:root"}""")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:oidc-provider/idp.example.com/other"}""")]
    [InlineData("""{"Federated":"accounts.google.com"}""")]
    [InlineData("""{"Service":"ec2.amazonaws.com"}""")]
    public async Task ST_056_only_an_entry_that_names_the_provider_opens_a_role(string principal)
    {
        using var f = await WebFixture.NewAsync();
        await TrustAsync(f, $$"""{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRoleWithWebIdentity"}""");
        await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token());
    }

    [Fact]
    public async Task ST_056_a_deny_counts_whomever_it_names()
    {
        using var f = await WebFixture.NewAsync();
        var allow = $$"""{"Effect":"Allow","Principal":{"Federated":"{{World.OidcArn}}"},"Action":"sts:AssumeRoleWithWebIdentity"}""";
        await TrustAsync(f, allow);
        Assert.NotNull(await f.AssumeAsync(f.Token()));
        await TrustAsync(f, $$"""{{allow}},{"Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{"StringEquals":{"{{World.ProviderName}}:sub":"{{WebFixture.Subject}}"} } }""");
        await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token());
        Assert.NotNull(await f.AssumeAsync(f.Token(c => c["sub"] = "subject-2")));
    }

    [Fact]
    public async Task ST_056_trust_for_SAML_is_no_trust_for_tokens()
    {
        using var f = await WebFixture.NewAsync();
        await TrustAsync(f, $$"""{"Effect":"Allow","Principal":{"Federated":"{{World.OidcArn}}"},"Action":"sts:AssumeRoleWithSAML"}""");
        await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token());
    }

    [Fact]
    public async Task ST_010_a_role_that_is_not_there_looks_like_one_that_does_not_trust()
    {
        using var f = await WebFixture.NewAsync();
        await TrustAsync(f, """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}""");
        var closed = await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token());
        var missing = await f.RefusedAsync(IamErrorCode.AccessDenied, f.Token(), r => r with { RoleArn = f.Role.Arn + "X" });
        Assert.Equal(closed.Message, missing.Message);
    }

    [Fact]
    public async Task ST_059_claims_become_session_tags_and_source_identity()
    {
        using var f = await WebFixture.NewAsync(condition: """{"StringEquals":{"aws:RequestTag/department":"sales"},"ForAllValues:StringEquals":{"aws:TagKeys":["department","cost"],"sts:TransitiveTagKeys":"cost"} }""");
        await f.World.Iam.ExecuteAsync(new TagRole(f.Role.Name, [new("Department", "role"), new("own", "role")]));
        var result = await f.AssumeAsync(f.Token(c =>
        {
            c[Tags] = Tagged(("department", "sales"), ("cost", "42"));
            c[SourceIdentity] = "maria@corp";
        }));
        Assert.Equal("maria@corp", result.Role.SourceIdentity);
        Assert.InRange(result.Role.PackedPolicySize!.Value, 1, 100);
        await f.World.AssertKeyAsync(result.Session, "aws:PrincipalTag/department", "sales");
        await f.World.AssertKeyAsync(result.Session, "aws:PrincipalTag/own", "role");
        await f.World.AssertKeyAsync(result.Session, "aws:SourceIdentity", "maria@corp");
        Assert.Equal([new SessionTag("department", "sales"), new SessionTag("cost", "42", IsTransitive: true)], (IEnumerable<SessionTag>)result.Session.Tags);
    }

    [Theory]
    [InlineData("""["sts:AssumeRoleWithWebIdentity","sts:SetSourceIdentity"]""", true, true, "Not authorized to perform sts:TagSession")]
    [InlineData("""["sts:AssumeRoleWithWebIdentity","sts:TagSession"]""", true, true, "Not authorized to perform sts:SetSourceIdentity")]
    [InlineData("""["sts:AssumeRoleWithWebIdentity","sts:TagSession"]""", true, false, null)]
    [InlineData("""["sts:AssumeRoleWithWebIdentity","sts:SetSourceIdentity"]""", false, true, null)]
    [InlineData("""["sts:TagSession","sts:SetSourceIdentity"]""", false, false, "Not authorized to perform sts:AssumeRoleWithWebIdentity")]
    public async Task ST_059_the_trust_policy_must_allow_tags_and_source_identity(string actions, bool tags, bool source, string? expected)
    {
        using var f = await WebFixture.NewAsync();
        await TrustAsync(f, $$"""{"Effect":"Allow","Principal":{"Federated":"{{World.OidcArn}}"},"Action":{{actions}}}""");
        var token = f.Token(c =>
        {
            if (tags)
            {
                c[Tags] = Tagged(("department", "sales"));
            }

            if (source)
            {
                c[SourceIdentity] = "maria@corp";
            }
        });
        if (expected is null)
        {
            Assert.NotNull(await f.AssumeAsync(token));
        }
        else
        {
            Assert.Equal(expected, (await f.RefusedAsync(IamErrorCode.AccessDenied, token)).Message);
        }
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""{"principal_tags":[]}""")]
    [InlineData("""{"principal_tags":{"k":"v"} }""")]
    [InlineData("""{"principal_tags":{"k":[]} }""")]
    [InlineData("""{"principal_tags":{"k":["a","b"]} }""")]
    [InlineData("""{"principal_tags":{"k":[1]} }""")]
    [InlineData("""{"transitive_tag_keys":"k"}""")]
    [InlineData("""{"transitive_tag_keys":[1]}""")]
    [InlineData("""{"principal_tag":{} }""")]
    [InlineData("null")]
    public async Task ST_059_tags_of_another_shape_are_refused(string json)
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, f.Token(c => c[Tags] = JsonNode.Parse(json)));
    }

    [Theory]
    [InlineData("""{"principal_tags":{"aws:k":["v"]} }""")]
    [InlineData("""{"principal_tags":{"k":["v"],"K":["v"]} }""")]
    [InlineData("""{"principal_tags":{"k":["v"]},"transitive_tag_keys":["other"]}""")]
    public async Task ST_015_ST_016_tags_in_tokens_are_under_the_same_rules_as_passed_ones(string json)
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Token(c => c[Tags] = JsonNode.Parse(json)));
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Token(c => c[SourceIdentity] = "a b"));
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, f.Token(c => c[SourceIdentity] = 1));
    }

    [Fact]
    public async Task ST_012_ST_013_ST_022_duration_and_session_policies_are_as_in_AssumeRole()
    {
        using var f = await WebFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Token(), r => r with { DurationSeconds = 3601 });
        await f.World.Iam.ExecuteAsync(new UpdateRole(f.Role.Name) { MaxSessionDuration = 43200 });
        var result = await f.AssumeAsync(f.Token(), r => r with
        {
            DurationSeconds = 43200,
            Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"docs:Read","Resource":"arn:aws:docs:::one"}]}""",
        });
        Assert.True(await f.World.MayAsync(result.Session, "docs:Read", "arn:aws:docs:::one"));
        Assert.False(await f.World.MayAsync(result.Session, "docs:Read", "arn:aws:docs:::two"));
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Token(), r => r with { PolicyArns = ["arn:aws:iam::123456789012:policy/missing"] });
    }

    [Fact]
    public async Task ST_058_ST_047_a_chained_role_sees_where_the_session_came_from()
    {
        using var f = await WebFixture.NewAsync();
        var chained = (await f.World.Iam.ExecuteAsync(new CreateRole("Chained", $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{{f.Role.Arn}}}"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],
             "Condition":{"StringEquals":{"{{{World.ProviderName}}}:sub":"{{{WebFixture.Subject}}}","aws:FederatedProvider":"{{{World.OidcArn}}}"} } }]}
            """))).Value;
        await f.World.Iam.ExecuteAsync(new PutRolePolicy(f.Role.Name, "assume", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"}]}"""));
        var first = await f.AssumeAsync(f.Token(c =>
        {
            c[Tags] = Tagged(("department", "sales"), ("cost", "42"));
            c[SourceIdentity] = "maria@corp";
        }));
        var second = await f.World.Sts.AssumeRoleAsync(first.Session, new(chained.Arn, "second"));
        Assert.Equal("maria@corp", second.SourceIdentity);
        Assert.Equal(["cost"], ((IEnumerable<SessionTag>)second.Session.Tags).Select(tag => tag.Key));
        var another = await f.AssumeAsync(f.Token(c => c["sub"] = "subject-2"));
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await f.World.Sts.AssumeRoleAsync(another.Session, new(chained.Arn, "second")));
    }

    /// <summary>Puts a trust policy past the validator, which refuses some of these.</summary>
    private static Task TrustAsync(WebFixture f, string statements) =>
        f.World.TrustAsync(f.Role, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");

    /// <summary>Tags of which <c>cost</c> is transitive.</summary>
    private static JsonObject Tagged(params (string Key, string Value)[] tags) => new()
    {
        ["principal_tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, new JsonArray(tag.Value)))),
        ["transitive_tag_keys"] = new JsonArray([.. tags.Where(tag => tag.Key == "cost").Select(tag => (JsonNode?)tag.Key)]),
    };
}
