using System.Globalization;
using IamCore.Administration.Providers;
using IamCore.Policies;

namespace IamCore.Federation.Tests.Saml;

/// <summary>What an assertion must say, and when (ST-065, ST-066).</summary>
public sealed class AssertionTests
{
    private const IamErrorCode Invalid = IamErrorCode.InvalidIdentityToken;

    private const IamErrorCode Expired = IamErrorCode.ExpiredTokenException;

    [Fact]
    public async Task ST_065_the_provider_must_be_the_accounts()
    {
        using var f = await SamlFixture.NewAsync();
        var assertion = f.Idp().Base64();
        var refusal = await f.RefusedAsync(Invalid, assertion, r => r with { PrincipalArn = "arn:aws:iam::123456789012:saml-provider/Missing" });
        Assert.Equal("Specified provider doesn't exist", refusal.Message);
        await f.World.Directory.ForAccount(AccountId.Parse("210987654321")).ExecuteAsync(new CreateSAMLProvider("Idp", TestIdp.Metadata()));
        await f.RefusedAsync(Invalid, assertion, r => r with { PrincipalArn = "arn:aws:iam::210987654321:saml-provider/Idp" });
        await f.RefusedAsync(IamErrorCode.ValidationError, assertion, r => r with { PrincipalArn = World.OidcArn });
        await f.World.Iam.ExecuteAsync(new DeleteSAMLProvider(SamlFixture.ProviderArn));
        await f.RefusedAsync(Invalid, assertion);
    }

    [Fact]
    public async Task ID_180_metadata_have_an_end()
    {
        using var f = await SamlFixture.NewAsync();
        var metadata = TestIdp.Metadata().Replace("entityID=", $"validUntil=\"{f.World.Clock.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\" entityID=", StringComparison.Ordinal);
        await f.World.Iam.ExecuteAsync(new UpdateSAMLProvider(SamlFixture.ProviderArn, metadata));
        Assert.NotNull(await f.AssumeAsync());
        f.World.Clock.Advance(TimeSpan.FromHours(1));
        await f.RefusedAsync(Invalid, _ => { });
    }

    [Fact]
    public async Task ST_065_a_response_without_success_is_refused()
    {
        using var f = await SamlFixture.NewAsync();
        await f.RefusedAsync(Invalid, idp => idp.Status = "urn:oasis:names:tc:SAML:2.0:status:Responder");
    }

    [Fact]
    public async Task ST_065_the_issuer_must_be_the_providers()
    {
        using var f = await SamlFixture.NewAsync();
        Assert.Equal("Issuer not present in specified provider", (await f.RefusedAsync(Invalid, idp => idp.Issuer = "https://other.example.com/saml")).Message);
        await f.RefusedAsync(Invalid, idp => idp.Issuer = TestIdp.EntityId + "/");
    }

    [Fact]
    public async Task ST_065_the_audience_must_be_ours()
    {
        using var f = await SamlFixture.NewAsync();
        Assert.Equal("Response does not contain the required audience", (await f.RefusedAsync(Invalid, idp => idp.Audience = "urn:other")).Message);
        using var own = await SamlFixture.NewAsync(new() { SamlEntityId = "urn:ours" });
        Assert.NotNull(await own.AssumeAsync(idp => idp.Audience = "urn:ours"));
        await own.RefusedAsync(Invalid, _ => { });
    }

    [Theory]
    [InlineData("""<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience></saml:AudienceRestriction>""", false)] // each must be met
    [InlineData("""<saml:AudienceRestriction><saml:Audience>urn:other</saml:Audience><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>""", true)]
    [InlineData("""<saml:ProxyRestriction Count="0"/>""", true)]
    [InlineData("""<saml:Condition xsi:type="own"/>""", false)]
    [InlineData("""<x:Own xmlns:x="urn:x"/>""", false)]
    public async Task ST_065_conditions_are_all_met_or_known(string condition, bool isTaken)
    {
        using var f = await SamlFixture.NewAsync();
        if (isTaken)
        {
            Assert.NotNull(await f.AssumeAsync(idp => idp.Conditions = condition));
        }
        else
        {
            await f.RefusedAsync(Invalid, idp => idp.Conditions = condition);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<saml:Conditions/>")]
    public async Task ST_065_without_a_restriction_of_audience_it_is_refused(string conditions)
    {
        using var f = await SamlFixture.NewAsync();
        var xml = f.Idp().Xml();
        var (begin, end) = (xml.IndexOf("<saml:Conditions", StringComparison.Ordinal), xml.IndexOf("</saml:Conditions>", StringComparison.Ordinal) + "</saml:Conditions>".Length);
        await f.RefusedAsync(Invalid, TestIdp.Sign(xml[..begin] + conditions + xml[end..], "assertion"));
    }

    [Fact]
    public async Task ST_065_the_recipient_must_be_ours()
    {
        using var f = await SamlFixture.NewAsync();
        await f.RefusedAsync(Invalid, idp => idp.Recipient = "https://other.example.com/saml");
        await f.RefusedAsync(Invalid, idp => idp.Method = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key");
        using var own = await SamlFixture.NewAsync(new() { SamlAssertionConsumerUrls = ["https://a.example.com/acs", "https://b.example.com/acs"] });
        Assert.Equal("https://b.example.com/acs", (await own.AssumeAsync(idp => idp.Recipient = "https://b.example.com/acs")).Audience);
        await own.RefusedAsync(Invalid, _ => { });
    }

    [Theory]
    [InlineData("issued", -300, null)]
    [InlineData("issued", -301, Expired)]
    [InlineData("issued", 300, null)]
    [InlineData("issued", 301, Invalid)]
    [InlineData("not before", 300, null)]
    [InlineData("not before", 301, Invalid)]
    [InlineData("conditions end", -299, null)]
    [InlineData("conditions end", -300, Expired)]
    [InlineData("subject end", 1, null)]
    [InlineData("subject end", 0, Expired)]
    public async Task ST_065_times_and_their_tolerances(string what, int seconds, IamErrorCode? expected)
    {
        using var f = await SamlFixture.NewAsync();
        void With(TestIdp idp) => _ = what switch
        {
            "issued" => idp.IssuedSeconds = seconds,
            "not before" => idp.NotBeforeSeconds = seconds,
            "conditions end" => idp.ConditionsEndSeconds = seconds,
            _ => idp.SubjectEndSeconds = seconds,
        };
        if (expected is { } code)
        {
            var refusal = await f.RefusedAsync(code, With);
            if (what == "issued" && code == Expired)
            {
                Assert.Equal("Token must be redeemed within 5 minutes of issuance", refusal.Message);
            }
        }
        else
        {
            Assert.NotNull(await f.AssumeAsync(With));
        }
    }

    [Theory]
    [InlineData("NotOnOrAfter=\"", "NotOnOrAfter=\"x")]
    [InlineData("Z\" Recipient", "+01:00\" Recipient")]
    [InlineData("Z\" Recipient", "\" Recipient")]
    [InlineData(" Version=\"2.0\" IssueInstant", " Version=\"2.0\" Instant")]
    [InlineData("NotOnOrAfter=\"2026-01-31T09:35:00Z\" Recipient", "Recipient")]
    [InlineData("<saml:NameID", "<saml:Name")]
    public async Task ST_065_times_are_in_UTC_and_what_is_needed_is_there(string from, string to)
    {
        using var f = await SamlFixture.NewAsync();
        var xml = f.Idp().Xml().Replace(from, to, StringComparison.Ordinal).Replace("</saml:NameID>", from.Contains("NameID", StringComparison.Ordinal) ? "</saml:Name>" : "</saml:NameID>", StringComparison.Ordinal);
        await f.RefusedAsync(Invalid, TestIdp.Sign(xml, "assertion"));
    }

    [Fact]
    public async Task ST_065_one_assertion_may_be_redeemed_for_several_roles_unless_replays_are_remembered()
    {
        using var lenient = await SamlFixture.NewAsync();
        var assertion = lenient.Idp().Base64();
        Assert.NotNull(await lenient.AssumeAsync(assertion));
        Assert.NotNull(await lenient.AssumeAsync(assertion));

        using var strict = await SamlFixture.NewAsync(new() { SamlReplayCache = true }, """{"StringEquals":{"sts:RoleSessionName":"maria@corp"} }""");
        var other = await strict.RoleAsync("Other");
        void Both(TestIdp idp) => idp.Say("Role", $"{strict.Role.Arn},{SamlFixture.ProviderArn}", $"{other.Arn},{SamlFixture.ProviderArn}");
        assertion = strict.Idp(Both).Base64();
        await strict.RefusedAsync(IamErrorCode.ValidationError, assertion, r => r with { DurationSeconds = 7200 }); // a refusal uses nothing up
        Assert.NotNull(await strict.AssumeAsync(assertion));
        Assert.Equal("The assertion has already been used.", (await strict.RefusedAsync(Invalid, assertion)).Message);
        await strict.RefusedAsync(Invalid, assertion, r => r with { RoleArn = other.Arn });
        await strict.RefusedAsync(Invalid, TestIdp.Encode(TestIdp.Sign(strict.Idp(Both).Xml(), "response"))); // the same assertion in other clothes
        Assert.NotNull(await strict.AssumeAsync(idp => idp.AssertionId = "_another"));
    }

    [Fact]
    public async Task ST_065_of_many_who_come_with_one_assertion_at_once_one_gets_in()
    {
        using var f = await SamlFixture.NewAsync(new() { SamlReplayCache = true });
        var assertion = f.Idp().Base64();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => f.AssumeAsync(assertion)))));
        Assert.Single(results, result => result is null);
        Assert.All(results.OfType<Exception>(), result => Assert.Equal(Invalid, Assert.IsType<IamException>(result).ErrorCode));
    }

    [Fact]
    public async Task An_assertion_that_says_so_is_good_for_one_use()
    {
        using var f = await SamlFixture.NewAsync();
        var assertion = f.Idp(idp => idp.Conditions = "<saml:OneTimeUse/>").Base64();
        Assert.NotNull(await f.AssumeAsync(assertion));
        await f.RefusedAsync(Invalid, assertion);
    }

    [Theory]
    [InlineData("{role},{provider}", true)]
    [InlineData("{provider},{role}", true)]
    [InlineData(" {provider} , {role} ", true)]
    [InlineData("{role}", false)]
    [InlineData("{role},{provider},x", false)]
    [InlineData("{role}X,{provider}", false)]
    [InlineData("{role},{provider}X", false)]
    [InlineData("", false)]
    public async Task ST_066_the_assertion_must_offer_the_pair(string value, bool isTaken)
    {
        using var f = await SamlFixture.NewAsync();
        value = value.Replace("{role}", f.Role.Arn, StringComparison.Ordinal).Replace("{provider}", SamlFixture.ProviderArn, StringComparison.Ordinal);
        if (isTaken)
        {
            Assert.NotNull(await f.AssumeAsync(idp => idp.Say("Role", "nonsense", value)));
        }
        else
        {
            await f.RefusedAsync(IamErrorCode.AccessDenied, idp => idp.Say("Role", "nonsense", value));
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("one", "two")]
    public async Task ST_066_a_session_name_is_needed_once_and_in_form(params string[] names)
    {
        using var f = await SamlFixture.NewAsync();
        await f.RefusedAsync(Invalid, idp => idp.Say("RoleSessionName", names));
        await f.RefusedAsync(Invalid, idp => idp.Say("RoleSessionName"));
        await f.RefusedAsync(Invalid, idp => idp.Say("RoleSessionName", "fine").Say("RoleSessionName", "fine"));
        await f.RefusedAsync(Invalid, idp => idp.Says.AddRange([(TestIdp.Attributes + "RoleSessionName", []), ("https://aws.amazon.com/saml/attributes/RoleSessionName", ["fine"])]));
    }

    [Theory]
    [InlineData(null, null, 3600, 3600)]
    [InlineData("900", null, 3600, 900)]
    [InlineData("43200", null, 3600, 3600)]
    [InlineData("1800", 600.0, 3600, 600)]
    [InlineData(null, 60.0, 3600, 60)]
    [InlineData(null, 7200.0, 900, 900)]
    public async Task ST_071_the_least_of_all_durations_counts(string? attribute, double? sessionEnd, int requested, int expected)
    {
        using var f = await SamlFixture.NewAsync();
        var assertion = f.Idp(idp =>
        {
            idp.SessionEndSeconds = sessionEnd;
            if (attribute is not null)
            {
                idp.Say("SessionDuration", attribute);
            }
        }).Base64();
        var result = await f.AssumeAsync(assertion, r => r with { DurationSeconds = requested });
        Assert.Equal(f.World.Clock.GetUtcNow().AddSeconds(expected), result.Credentials.Expiration);
    }

    [Fact]
    public async Task ST_066_ST_071_ST_012_durations_out_of_bounds_are_refused()
    {
        using var f = await SamlFixture.NewAsync();
        foreach (var wrong in new[] { "899", "43201", "1e3", " 900", "-900", "x" })
        {
            await f.RefusedAsync(Invalid, idp => idp.Say("SessionDuration", wrong));
        }

        await f.RefusedAsync(Expired, idp => idp.SessionEndSeconds = 0);
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Idp(idp => idp.Say("SessionDuration", "900")).Base64(), r => r with { DurationSeconds = 3601 });
        await f.RefusedAsync(IamErrorCode.ValidationError, f.Idp().Base64(), r => r with { DurationSeconds = 899 });
    }

    [Theory]
    [InlineData("PrincipalTag:team", "a", "b")]
    [InlineData("PrincipalTag:team")]
    [InlineData("SourceIdentity", "one", "two")]
    public async Task ST_066_tags_and_source_identity_have_one_value(string name, params string[] values)
    {
        using var f = await SamlFixture.NewAsync();
        await f.RefusedAsync(Invalid, idp => idp.Say(name, values));
    }
}
