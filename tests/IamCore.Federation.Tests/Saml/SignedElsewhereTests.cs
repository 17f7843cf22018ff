using System.Text;
using IamCore.Administration.Providers;

namespace IamCore.Federation.Tests.Saml;

/// <summary>Responses signed by another implementation of the standards (xmlsec1 1.2.37 with libxml2), in <c>SignedElsewhere</c>: with a declaration, comments, character references, CDATA,
/// namespaces declared far off and not used, and prefixes that only values use.</summary>
public sealed class SignedElsewhereTests
{
    [Theory]
    [InlineData("assertion")]
    [InlineData("response")]
    [InlineData("both")]
    public async Task ST_065_signatures_of_other_implementations_are_understood(string what)
    {
        using var f = await SamlFixture.NewAsync();
        await f.World.Iam.ExecuteAsync(new UpdateSAMLProvider(SamlFixture.ProviderArn, Read("metadata")));
        var xml = Read(what);
        Assert.Equal("maría & co <ops>", (await f.AssumeAsync(TestIdp.Encode(xml))).Subject);
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, TestIdp.Encode(xml.Replace("&amp; co", "&amp; Co", StringComparison.Ordinal)));
        await f.RefusedAsync(IamErrorCode.InvalidIdentityToken, TestIdp.Encode(xml.Replace(">maria<", ">admin<", StringComparison.Ordinal)));
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SignedElsewhereTests).Assembly.GetManifestResourceStream($"{name}.xml")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
