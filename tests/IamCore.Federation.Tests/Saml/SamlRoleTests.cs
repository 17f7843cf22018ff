using IamCore.Administration.Accounts;
using IamCore.Administration.Providers;
using IamCore.Administration.Roles;
using IamCore.Credentials;
using IamCore.Federation.Saml;
using IamCore.Policies;

namespace IamCore.Federation.Tests.Saml;

/// <summary>What becomes of a good assertion: the trust decision and the session (ST-067 to ST-075).</summary>
public sealed class SamlRoleTests
{
    public static TheoryData<string, string, bool> Mapping => new()
    {
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "edupersonaffiliation", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "edupersonnickname", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "edupersonorgdn", false },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "edupersonorgunitdn", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "edupersonprimaryaffiliation", false },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "edupersonprincipalname", false },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "edupersonentitlement", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "edupersonprimaryorgunitdn", false },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "edupersonscopedaffiliation", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "edupersontargetedid", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "edupersonassurance", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "eduorghomepageuri", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "eduorgidentityauthnpolicyuri", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "eduorglegalname", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "eduorgsuperioruri", true },
        { "urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "eduorgwhitepagesuri", true },
        { "urn:oid:2.5.4.3", "cn", true },
        { "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "name", false },
        { "http://schemas.xmlsoap.org/claims/CommonName", "commonName", false },
        { "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName", false },
        { "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "surname", false },
        { "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "mail", false },
        { "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "uid", false },
        { "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "primaryGroupSID", false },
        { "2.5.4.3", "commonName", false },
        { "2.5.4.4", "surname", false },
        { "2.5.4.42", "givenName", false },
        { "2.4.5.42", "givenName", false },
        { "2.5.4.45", "x500UniqueIdentifier", false },
        { "0.9.2342.19200300.100.1.1", "uid", false },
        { "0.9.2342.19200300.100.1.3", "mail", false },
        { "0.9.2342.19200300.100.1.45", "organizationStatus", false },
    };

    /// <summary>The figure is the rule's own.</summary>
    [Fact]
    public void ST_068_the_name_qualifier_of_the_rules_example() =>
        Assert.Equal("1uAJanUnBc2XeUkHURMht+xam2c=", SamlKeys.NameQualifier("https://example.com/saml", AccountId.Parse("123456789012"), "MySAMLIdP"));

    [Theory]
    [MemberData(nameof(Mapping))]
    public async Task ST_069_attributes_become_keys_of_the_trust_decision(string attribute, string key, bool isMany)
    {
        var condition = isMany ? $$"""{"ForAnyValue:StringEquals":{"saml:{{key}}":"b"},"ForAllValues:StringEquals":{"saml:{{key}}":["a","b"]} }""" : $$"""{"StringEquals":{"saml:{{key}}":"a"} }""";
        using var f = await SamlFixture.NewAsync(condition: condition);
        var result = await f.AssumeAsync(idp => idp.Say(attribute, isMany ? ["a", "b"] : ["a"]).Say(attribute, "second"));
        await f.World.AssertKeyAsync(result.Session, $"saml:{key}"); // for the trust decision only (ST-072)
        await f.RefusedAsync(IamErrorCode.AccessDenied, idp => idp.Say(attribute, "c"));
        await f.RefusedAsync(IamErrorCode.AccessDenied, _ => { });
    }

    [Theory]
    [InlineData("aud", "https://signin.aws.amazon.com/saml", "urn:amazon:webservices")]
    [InlineData("iss", TestIdp.EntityId, "https://idp.example.com")]
    [InlineData("sub", "maria", "Maria")]
    [InlineData("sub_type", "persistent", "transient")]
    [InlineData("doc", "123456789012/Idp", "123456789012/idp")]
    [InlineData("namequalifier", null, "other")]
    public async Task ST_067_who_where_and_by_whom(string key, string? value, string other)
    {
        value ??= Convert.ToBase64String(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(TestIdp.EntityId + "123456789012/Idp")));
        using var f = await SamlFixture.NewAsync(condition: $$"""{"StringEquals":{"saml:{{key}}":"{{value}}","aws:FederatedProvider":"{{SamlFixture.ProviderArn}}"} }""");
        Assert.NotNull(await f.AssumeAsync());
        using var g = await SamlFixture.NewAsync(condition: $$"""{"StringEquals":{"saml:{{key}}":"{{other}}"} }""");
        await g.RefusedAsync(IamErrorCode.AccessDenied, _ => { });
    }

    [Theory]
    [InlineData(" Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\"", "persistent")]
    [InlineData(" Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:transient\"", "transient")]
    [InlineData(" Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress\"", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")]
    [InlineData("", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")]
    public async Task ST_067_the_type_of_the_subject(string format, string expected)
    {
        using var f = await SamlFixture.NewAsync();
        var result = await f.AssumeAsync(idp => idp.Format = format);
        Assert.Equal(expected, result.SubjectType);
        await f.World.AssertKeyAsync(result.Session, "saml:sub_type", expected);
    }

    [Fact]
    public async Task ST_072_ST_073_ST_025_the_session_and_what_it_carries()
    {
        using var f = await SamlFixture.NewAsync();
        var result = await f.AssumeAsync();
        var qualifier = result.NameQualifier;
        Assert.Equal(("maria", "persistent", TestIdp.EntityId, "https://signin.aws.amazon.com/saml"), (result.Subject, result.SubjectType, result.Issuer, result.Audience));
        Assert.Equal((SessionKind.SamlRole, "arn:aws:sts::123456789012:assumed-role/Saml/maria@corp", $"{f.Role.Id}:maria@corp"), (result.Session.Kind, result.Role.Arn, result.Role.AssumedRoleId));
        var principal = (await f.World.Callers.GetPrincipalAsync(result.Session)).Principal;
        Assert.Equal((PrincipalKind.RoleSession, result.Role.Arn, f.Role.Arn), (principal.Kind, principal.Text, principal.PrincipalArn));
        await f.World.AssertKeyAsync(result.Session, "saml:sub", "maria");
        await f.World.AssertKeyAsync(result.Session, "saml:sub_type", "persistent");
        await f.World.AssertKeyAsync(result.Session, "saml:namequalifier", qualifier);
        await f.World.AssertKeyAsync(result.Session, "aws:FederatedProvider", SamlFixture.ProviderArn);
        await f.World.AssertKeyAsync(result.Session, "aws:MultiFactorAuthPresent", "false");
        foreach (var absent in new[] { "saml:aud", "saml:iss", "saml:doc", "aws:username", "identitystore:UserId" })
        {
            await f.World.AssertKeyAsync(result.Session, absent);
        }
    }

    [Fact]
    public async Task ST_066_ST_070_tags_and_source_identity_of_attributes()
    {
        using var f = await SamlFixture.NewAsync(condition: """{"StringEqualsIfExists":{"aws:RequestTag/team":"sales","sts:SourceIdentity":"maria@corp"} }""");
        void Tagged(TestIdp idp) => idp.Say("PrincipalTag:team", "sales").Say("PrincipalTag:cost", "42").Say("TransitiveTagKeys", "cost").Say("SourceIdentity", "maria@corp");
        var result = await f.AssumeAsync(Tagged);
        Assert.Equal([new SessionTag("team", "sales"), new SessionTag("cost", "42", IsTransitive: true)], (IEnumerable<SessionTag>)result.Session.Tags);
        Assert.Equal("maria@corp", result.Role.SourceIdentity);
        await f.World.AssertKeyAsync(result.Session, "aws:PrincipalTag/team", "sales");
        await f.World.AssertKeyAsync(result.Session, "aws:SourceIdentity", "maria@corp");
        await f.RefusedAsync(IamErrorCode.AccessDenied, idp => idp.Say("PrincipalTag:team", "engineering"));
        await f.RefusedAsync(IamErrorCode.ValidationError, idp => idp.Say("PrincipalTag:aws:team", "sales"));
        await f.RefusedAsync(IamErrorCode.ValidationError, idp => idp.Say("TransitiveTagKeys", "missing"));
        await f.RefusedAsync(IamErrorCode.ValidationError, idp => idp.Say("SourceIdentity", "a b"));

        await f.World.TrustAsync(f.Role, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"{{SamlFixture.ProviderArn}}"},"Action":"sts:AssumeRoleWithSAML"}]}""");
        Assert.NotNull(await f.AssumeAsync());
        Assert.Equal("Not authorized to perform sts:TagSession", (await f.RefusedAsync(IamErrorCode.AccessDenied, idp => idp.Say("PrincipalTag:team", "sales"))).Message);
        Assert.Equal("Not authorized to perform sts:SetSourceIdentity", (await f.RefusedAsync(IamErrorCode.AccessDenied, idp => idp.Say("SourceIdentity", "maria@corp"))).Message);
    }

    [Theory]
    [InlineData("""{"AWS":"*"}""", "sts:AssumeRoleWithSAML")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:saml-provider/Other"}""", "sts:AssumeRoleWithSAML")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:saml-provider/Idp"}""", "sts:AssumeRoleWithWebIdentity")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:saml-provider/Idp"}""", "sts:AssumeRole")]
    public async Task ST_070_only_trust_in_the_provider_for_SAML_opens_a_role(string principal, string action)
    {
        using var f = await SamlFixture.NewAsync();
        await f.World.TrustAsync(f.Role, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"{{action}}"}]}""");
        Assert.Equal("Not authorized to perform sts:AssumeRoleWithSAML", (await f.RefusedAsync(IamErrorCode.AccessDenied, _ => { })).Message);
    }

    [Fact]
    public async Task ST_074_a_sign_in_with_one_role_is_a_session_as_long_as_the_assertion_says()
    {
        using var f = await SamlFixture.NewAsync();
        var signIn = await f.Service.SignInWithSamlAsync(new(f.Idp(idp => idp.Say("SessionDuration", "43200")).Base64()));
        Assert.Empty((IEnumerable<SamlRoleChoice>)signIn.Choices);
        Assert.Equal((SessionKind.SamlRole, f.World.Clock.GetUtcNow().AddHours(12)), (signIn.Session!.Kind, signIn.Session.Expiration));
        Assert.True(await f.World.MayAsync(signIn.Session, "docs:Read"));
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await f.World.Sts.CreateSignInTokenAsync(signIn.Session)); // it is one already (ST-128)
        var plain = await f.Service.SignInWithSamlAsync(new(f.Idp().Base64()));
        Assert.Equal(f.World.Clock.GetUtcNow().AddHours(1), plain.Session!.Expiration);
    }

    [Fact]
    public async Task ST_074_of_several_roles_one_is_chosen()
    {
        using var f = await SamlFixture.NewAsync();
        var other = AccountId.Parse("210987654321");
        await f.World.Directory.ForAccount(other).ExecuteAsync(new CreateAccountAlias("other-alias"));
        await f.World.Directory.ForAccount(other).ExecuteAsync(new CreateSAMLProvider("Idp", TestIdp.Metadata()));
        var theirs = (await f.World.Directory.ForAccount(other).ExecuteAsync(new CreateRole("Theirs", """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::210987654321:saml-provider/Idp"},"Action":"sts:AssumeRoleWithSAML",
             "Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"} } }]}
            """))).Value;
        var assertion = f.Idp(idp => idp.Say(
            "Role",
            $"{f.Role.Arn},{SamlFixture.ProviderArn}",
            $"arn:aws:iam::210987654321:saml-provider/Idp,{theirs.Arn}",
            $"{theirs.Arn},{SamlFixture.ProviderArn}", // a provider of another account
            $"{f.Role.Arn},arn:aws:iam::123456789012:saml-provider/Missing")).Base64();
        var offer = await f.Service.SignInWithSamlAsync(new(assertion));
        Assert.Null(offer.Session);
        Assert.Equal(
            [new(new(f.Role.Arn, SamlFixture.ProviderArn), f.Role.Account, null), new(new(theirs.Arn, "arn:aws:iam::210987654321:saml-provider/Idp"), other, "other-alias")],
            (IEnumerable<SamlRoleChoice>)offer.Choices);
        var chosen = await f.Service.SignInWithSamlAsync(new(assertion) { Choice = offer.Choices[1].Pair });
        Assert.Equal(other, chosen.Session!.Account);
        await World.RefusedAsync(IamErrorCode.AccessDenied, async () => await f.Service.SignInWithSamlAsync(new(assertion) { Choice = new(theirs.Arn + "X", "arn:aws:iam::210987654321:saml-provider/Idp") }));
    }

    [Fact]
    public async Task ST_074_a_sign_in_needs_as_good_an_assertion()
    {
        using var f = await SamlFixture.NewAsync();
        async Task SignInAsync(string assertion) => await f.Service.SignInWithSamlAsync(new(assertion));
        await World.RefusedAsync(IamErrorCode.InvalidIdentityToken, () => SignInAsync(TestIdp.Encode(f.Idp().Xml())));
        await World.RefusedAsync(IamErrorCode.InvalidIdentityToken, () => SignInAsync(TestIdp.Encode(TestIdp.Sign(f.Idp().Xml(), "assertion", TestIdp.Rsa(1)))));
        await World.RefusedAsync(IamErrorCode.ExpiredTokenException, () => SignInAsync(f.Idp(idp => idp.IssuedSeconds = -301).Base64()));
        await World.RefusedAsync(IamErrorCode.AccessDenied, () => SignInAsync(f.Idp(idp => idp.Say("Role", "nonsense")).Base64()));
        await World.RefusedAsync(IamErrorCode.ValidationError, () => SignInAsync("AAA"));
    }
}
