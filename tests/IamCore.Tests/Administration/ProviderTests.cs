using IamCore.Administration.Providers;
using IamCore.Model;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

/// <summary>OIDC and SAML providers as objects (ID-172 to ID-181).</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Oidc_providers_are_named_by_their_url() // ID-172, ID-173, ID-176, ID-177
    {
        var d = await NewAsync(With(Quota.ClientIdsPerOpenIdConnectProvider, 2));
        var provider = await d.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com/realms/One")
        {
            ClientIDList = ["app"], ThumbprintList = [new string('a', 40)], Tags = [new("k", "v")],
        });
        Assert.Equal(Arn("oidc-provider/idp.example.com/realms/One"), provider.Arn);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-172", new CreateOpenIDConnectProvider("https://idp.example.com/realms/One"));
        await d.DoAsync(new CreateOpenIDConnectProvider("https://idp.example.com/realms/one")); // case-sensitive
        await d.DoAsync(new AddClientIDToOpenIDConnectProvider(provider.Arn, "app"));
        await d.DoAsync(new AddClientIDToOpenIDConnectProvider(provider.Arn, "web"));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-173", new AddClientIDToOpenIDConnectProvider(provider.Arn, "third"));
        await d.DoAsync(new RemoveClientIDFromOpenIDConnectProvider(provider.Arn, "app"));
        await d.DoAsync(new RemoveClientIDFromOpenIDConnectProvider(provider.Arn, "app"));
        await d.DoAsync(new UpdateOpenIDConnectProviderThumbprint(provider.Arn, [new string('B', 40)]));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-173", new UpdateOpenIDConnectProviderThumbprint(provider.Arn, [.. Enumerable.Repeat(new string('B', 40), 6)]));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-173", new UpdateOpenIDConnectProviderThumbprint(provider.Arn, ["b"]));
        var read = await d.DoAsync(new GetOpenIDConnectProvider(provider.Arn));
        Assert.Equal(["web"], read.ClientIds);
        Assert.Equal([new string('B', 40)], read.Thumbprints);
        Assert.Equal(2, (await d.DoAsync(new ListOpenIDConnectProviders())).Items.Count);
        await d.DoAsync(new DeleteOpenIDConnectProvider(provider.Arn));
        await d.DoAsync(new DeleteOpenIDConnectProvider(provider.Arn));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-176", new GetOpenIDConnectProvider(provider.Arn));
    }

    [Theory] // ID-172
    [InlineData("http://idp.example.com")]
    [InlineData("https://idp.example.com:8443")]
    [InlineData("https://idp.example.com/a?b=c")]
    [InlineData("https://idp.example.com/#a")]
    [InlineData("https://me@idp.example.com/")]
    [InlineData("https://")]
    [InlineData("https://idp example.com")]
    public async Task Other_urls_are_no_providers(string url)
    {
        var d = await NewAsync();
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-172", new CreateOpenIDConnectProvider(url));
    }

    [Fact]
    public async Task Saml_providers_are_made_of_their_metadata() // ID-178, ID-180, ID-181
    {
        var d = await NewAsync(With(Quota.SamlProvidersPerAccount, 1));
        var provider = await d.DoAsync(new CreateSAMLProvider("Corp", Metadata(validUntil: "2027-01-01T00:00:00Z")));
        Assert.Equal(Arn("saml-provider/Corp"), provider.Arn);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), provider.ValidUntil);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-178", new CreateSAMLProvider("CORP", Metadata()));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-191", new CreateSAMLProvider("Other", Metadata()));
        var updated = await d.DoAsync(new UpdateSAMLProvider(provider.Arn, Metadata(keys: 2)));
        Assert.Equal(provider.CreateDate.AddYears(100), updated.ValidUntil);
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-204", new UpdateSAMLProvider(provider.Arn, Metadata(keys: 11)));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-178", new UpdateSAMLProvider(provider.Arn, Metadata(keys: 0)));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-178", new UpdateSAMLProvider(provider.Arn, new string('x', 2000)));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-178", new UpdateSAMLProvider(provider.Arn, $"<!DOCTYPE a [<!ENTITY b 'c'>]>{Metadata()}"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-178", new UpdateSAMLProvider(provider.Arn, "<a/>"));
        Assert.Equal(updated.Metadata, (await d.DoAsync(new GetSAMLProvider(provider.Arn))).Metadata);
        Assert.Equal(["Corp"], (await d.DoAsync(new ListSAMLProviders())).Items.Select(p => p.Name));
        await d.DoAsync(new DeleteSAMLProvider(provider.Arn));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-181", new DeleteSAMLProvider(provider.Arn));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-181", new UpdateSAMLProvider(provider.Arn, Metadata()));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-181", new GetSAMLProvider(provider.Arn));
    }

    internal static string Metadata(int keys = 1, string? validUntil = null)
    {
        var key = """<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>MIIB</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>""";
        var until = validUntil is null ? "" : $" validUntil=\"{validUntil}\"";
        return $"""<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"{until}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">{string.Concat(Enumerable.Repeat(key, keys))}</md:IDPSSODescriptor></md:EntityDescriptor>{new string(' ', 1000)}""";
    }
}
