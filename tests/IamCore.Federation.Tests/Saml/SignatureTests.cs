using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Xml;
using IamCore.Administration.Providers;

namespace IamCore.Federation.Tests.Saml;

/// <summary>What signatures cover, and what tries to stand beside it (ST-064, ST-065).</summary>
public sealed class SignatureTests
{
    private const IamErrorCode Invalid = IamErrorCode.InvalidIdentityToken;

    private const string Bad = "Response signature invalid";

    [Theory]
    [InlineData("assertion")]
    [InlineData("response")]
    [InlineData("both")]
    public async Task ST_065_response_or_assertion_is_signed(string what)
    {
        using var f = await SamlFixture.NewAsync();
        var result = await f.AssumeAsync(TestIdp.Sign(f.Idp().Xml(), what));
        Assert.Equal("maria", result.Subject);
        Assert.True(await f.World.MayAsync(result.Session, "docs:Read"));
    }

    [Fact]
    public async Task SC_080_ST_065_an_unsigned_response_is_refused()
    {
        using var f = await SamlFixture.NewAsync();
        Assert.Equal(Bad, (await f.RefusedAsync(Invalid, TestIdp.Load(f.Idp().Xml()))).Message);
    }

    [Fact]
    public async Task ST_065_a_signature_by_another_key_is_refused_whatever_it_brings_along()
    {
        using var f = await SamlFixture.NewAsync();
        foreach (var what in new[] { "assertion", "response", "both" })
        {
            Assert.Equal(Bad, (await f.RefusedAsync(Invalid, TestIdp.Sign(f.Idp().Xml(), what, TestIdp.Rsa(1)))).Message);
        }

        var mixed = TestIdp.Sign(f.Idp().Xml(), "assertion");
        TestIdp.Sign(mixed.DocumentElement!, TestIdp.Rsa(1));
        await f.RefusedAsync(Invalid, mixed); // a good one does not make up for a bad one
    }

    [Theory]
    [InlineData("maria", "admin")]
    [InlineData("urn:amazon:webservices", "urn:amazon:webservice")]
    [InlineData("maria@corp", "admin@corp")]
    [InlineData("role/Saml", "role/Other")]
    public async Task SC_080_ST_065_changed_text_is_refused(string from, string to)
    {
        using var f = await SamlFixture.NewAsync();
        foreach (var what in new[] { "assertion", "response", "both" })
        {
            var xml = TestIdp.Sign(f.Idp().Xml(), what).OuterXml;
            Assert.Contains(from, xml, StringComparison.Ordinal);
            await f.RefusedAsync(Invalid, TestIdp.Encode(xml.Replace(from, to, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task ST_065_wrapped_signatures_are_refused(int variant)
    {
        using var f = await SamlFixture.NewAsync();
        foreach (var keepsId in new[] { false, true })
        {
            var document = TestIdp.Sign(f.Idp().Xml(), variant <= 2 ? "response" : "assertion");
            Assert.NotNull(await f.AssumeAsync(document));
            Wrapping.Apply(variant, document, keepsId);
            Assert.Contains("admin", document.OuterXml, StringComparison.Ordinal);
            await f.RefusedAsync(Invalid, document);
        }
    }

    [Fact]
    public async Task ST_065_a_second_element_of_the_same_id_is_refused()
    {
        using var f = await SamlFixture.NewAsync();
        foreach (var name in new[] { "ID", "Id", "id", "xml:id", "AssertionID" })
        {
            var document = f.Idp().Signed();
            var status = (XmlElement)document.DocumentElement!["samlp:Status"]!;
            status.SetAttribute(name, "_assertion");
            await f.RefusedAsync(Invalid, document);
        }
    }

    [Fact]
    public async Task ST_065_a_comment_does_not_cut_a_name()
    {
        using var f = await SamlFixture.NewAsync(condition: """{"StringEquals":{"saml:sub":"admin@example.com"} }""");
        var open = await f.RoleAsync("Open");
        var idp = f.Idp(idp =>
        {
            idp.NameId = "admin@example.com.evil.com";
            idp.Say("Role", $"{f.Role.Arn},{SamlFixture.ProviderArn}", $"{open.Arn},{SamlFixture.ProviderArn}").Say("PrincipalTag:team", "sales-interns").Say("RoleSessionName", "admin.intern");
        });
        var xml = idp.Signed().OuterXml
            .Replace("admin@example.com.evil.com", "admin@example.com<!-- -->.evil.com", StringComparison.Ordinal)
            .Replace("sales-interns", "sales<!--x-->-interns", StringComparison.Ordinal)
            .Replace("admin.intern", "admin<!---->.intern", StringComparison.Ordinal);
        await f.RefusedAsync(IamErrorCode.AccessDenied, TestIdp.Encode(xml));
        var result = await f.AssumeAsync(TestIdp.Encode(xml), r => r with { RoleArn = open.Arn }); // comments are not signed; the whole name counts
        Assert.Equal(("admin@example.com.evil.com", "admin.intern"), (result.Subject, result.Session.Name));
        await f.World.AssertKeyAsync(result.Session, "saml:sub", "admin@example.com.evil.com");
        await f.World.AssertKeyAsync(result.Session, "aws:PrincipalTag/team", "sales-interns");
    }

    [Theory]
    [InlineData("""<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">""")]
    [InlineData("<!DOCTYPE r>")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a "maria">]>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>""")]
    [InlineData("""<!DOCTYPE r [<!ATTLIST samlp:Response ID ID #IMPLIED>]>""")]
    public async Task ID_179_document_types_and_entities_are_refused(string type)
    {
        using var f = await SamlFixture.NewAsync();
        var xml = f.Idp().Signed().OuterXml;
        await f.RefusedAsync(Invalid, TestIdp.Encode(type + xml));
        await f.RefusedAsync(Invalid, TestIdp.Encode(type + xml.Replace(">maria<", ">&a;<", StringComparison.Ordinal)));
        await f.RefusedAsync(Invalid, TestIdp.Encode(type + xml.Replace(">maria<", ">&d;<", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ST_064_what_is_too_long_too_deep_or_no_XML_is_refused()
    {
        using var f = await SamlFixture.NewAsync();
        await f.RefusedAsync(IamErrorCode.ValidationError, "AAA");
        await f.RefusedAsync(IamErrorCode.ValidationError, new string('A', 100_001));
        await f.RefusedAsync(Invalid, new string('A', 100_000));
        await f.RefusedAsync(Invalid, "not base64!");
        await f.RefusedAsync(Invalid, TestIdp.Encode("no xml"));
        await f.RefusedAsync(Invalid, TestIdp.Encode("<Response/>"));
        await f.RefusedAsync(Invalid, Convert.ToBase64String([0xFF, 0xFE, 0x3C, 0x00]));
        await f.RefusedAsync(Invalid, TestIdp.Encode(string.Concat(Enumerable.Repeat("<a>", 9_000)) + string.Concat(Enumerable.Repeat("</a>", 9_000))));
        await f.RefusedAsync(Invalid, TestIdp.Encode($"<a {string.Join(' ', Enumerable.Range(0, 6_000).Select(i => $"a{i}=\"\""))}/>"));
    }

    [Theory]
    [InlineData("SHA-1 signature")]
    [InlineData("SHA-1 digest")]
    [InlineData("inclusive form of the signature")]
    [InlineData("form with comments")]
    [InlineData("inclusive form of the element")]
    [InlineData("no form")]
    [InlineData("XPath")]
    [InlineData("two references")]
    [InlineData("whole document")]
    [InlineData("another element")]
    [InlineData("object")]
    [InlineData("HMAC")]
    public async Task ST_065_other_shapes_of_signatures_are_refused(string shape)
    {
        using var f = await SamlFixture.NewAsync();
        var document = shape == "HMAC" ? Hmac(f.Idp().Xml()) : TestIdp.Sign(f.Idp().Xml(), "assertion", null, (signed, reference) => Reshape(shape, signed, reference));
        Assert.Equal(Bad, (await f.RefusedAsync(Invalid, document)).Message);
    }

    [Theory]
    [InlineData("SHA-1 signature")]
    [InlineData("SHA-1 digest")]
    public async Task ST_065_SHA_1_is_taken_by_option(string shape)
    {
        using var f = await SamlFixture.NewAsync(new() { AcceptSamlSha1 = true });
        Assert.NotNull(await f.AssumeAsync(TestIdp.Sign(f.Idp().Xml(), "assertion", null, (signed, reference) => Reshape(shape, signed, reference))));
    }

    [Theory]
    [InlineData(SignedXml.XmlDsigRSASHA384Url, SignedXml.XmlDsigSHA384Url)]
    [InlineData(SignedXml.XmlDsigRSASHA512Url, SignedXml.XmlDsigSHA512Url)]
    public async Task ST_065_longer_digests_are_taken(string method, string digest)
    {
        using var f = await SamlFixture.NewAsync();
        Assert.NotNull(await f.AssumeAsync(TestIdp.Sign(f.Idp().Xml(), "both", null, (signed, reference) =>
        {
            signed.SignedInfo!.SignatureMethod = method;
            reference.DigestMethod = digest;
        })));
    }

    [Fact]
    public async Task ST_065_a_signature_put_elsewhere_or_twice_is_refused()
    {
        using var f = await SamlFixture.NewAsync();
        var moved = f.Idp().Signed();
        var assertion = moved.DocumentElement!["saml:Assertion"]!;
        moved.DocumentElement.AppendChild(assertion["Signature"]!);
        await f.RefusedAsync(Invalid, moved);

        var twice = f.Idp().Signed();
        assertion = twice.DocumentElement!["saml:Assertion"]!;
        assertion.AppendChild(assertion["Signature"]!.Clone());
        await f.RefusedAsync(Invalid, twice);

        var deep = f.Idp().Signed();
        assertion = deep.DocumentElement!["saml:Assertion"]!;
        assertion["saml:Subject"]!.AppendChild(assertion["Signature"]!);
        await f.RefusedAsync(Invalid, deep);
    }

    [Fact]
    public async Task ST_065_encrypted_assertions_and_several_are_refused()
    {
        using var f = await SamlFixture.NewAsync();
        var encrypted = f.Idp().Signed();
        encrypted.DocumentElement!.AppendChild(encrypted.CreateElement("saml", "EncryptedAssertion", "urn:oasis:names:tc:SAML:2.0:assertion"));
        await f.RefusedAsync(Invalid, encrypted);

        var two = f.Idp().Signed();
        two.DocumentElement!.AppendChild(two.DocumentElement["saml:Assertion"]!.Clone());
        await f.RefusedAsync(Invalid, two);

        var none = TestIdp.Load(f.Idp().Xml());
        none.DocumentElement!.RemoveChild(none.DocumentElement["saml:Assertion"]!);
        TestIdp.Sign(none.DocumentElement);
        await f.RefusedAsync(Invalid, none);
    }

    [Fact]
    public async Task ID_181_new_metadata_bring_new_keys_at_once()
    {
        using var f = await SamlFixture.NewAsync();
        Assert.NotNull(await f.AssumeAsync());
        await f.World.Iam.ExecuteAsync(new UpdateSAMLProvider(SamlFixture.ProviderArn, TestIdp.Metadata(TestIdp.EntityId, TestIdp.Rsa(0), TestIdp.Rsa(1))));
        Assert.NotNull(await f.AssumeAsync(TestIdp.Sign(f.Idp().Xml(), "assertion", TestIdp.Rsa(1))));
        Assert.NotNull(await f.AssumeAsync());
        await f.World.Iam.ExecuteAsync(new UpdateSAMLProvider(SamlFixture.ProviderArn, TestIdp.Metadata(TestIdp.EntityId, TestIdp.Rsa(1))));
        Assert.Equal(Bad, (await f.RefusedAsync(Invalid, _ => { })).Message);
    }

    private static void Reshape(string shape, SignedXml signed, Reference reference)
    {
        switch (shape)
        {
            case "SHA-1 signature":
                signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url;
                break;
            case "SHA-1 digest":
                reference.DigestMethod = SignedXml.XmlDsigSHA1Url;
                break;
            case "inclusive form of the signature":
                signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigC14NTransformUrl;
                break;
            case "form with comments":
                signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NWithCommentsTransformUrl;
                break;
            case "inclusive form of the element":
                Transforms(reference, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigC14NTransform());
                break;
            case "no form":
                Transforms(reference, new XmlDsigEnvelopedSignatureTransform());
                break;
            case "XPath":
                var path = new XmlDsigXPathTransform();
                path.LoadInnerXml(TestIdp.Load("<XPath xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">not(ancestor-or-self::saml:Subject)</XPath>").ChildNodes);
                Transforms(reference, new XmlDsigEnvelopedSignatureTransform(), path, new XmlDsigExcC14NTransform());
                break;
            case "two references":
                var second = new Reference("#_assertion") { DigestMethod = SignedXml.XmlDsigSHA256Url };
                second.AddTransform(new XmlDsigEnvelopedSignatureTransform());
                second.AddTransform(new XmlDsigExcC14NTransform());
                signed.AddReference(second);
                break;
            case "whole document":
                reference.Uri = "";
                break;
            case "another element":
                reference.Uri = "#_response";
                break;
            default:
                signed.AddObject(new DataObject { Id = "_object" });
                break;
        }
    }

    private static void Transforms(Reference reference, params Transform[] transforms)
    {
        reference.TransformChain = new TransformChain();
        foreach (var transform in transforms)
        {
            reference.AddTransform(transform);
        }
    }

    /// <summary>Signed with the public key as a shared secret.</summary>
    private static XmlDocument Hmac(string xml)
    {
        var document = TestIdp.Load(xml);
        var signed = new SignedXml(document);
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var reference = new Reference("#_assertion") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        Transforms(reference, new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        using var key = new HMACSHA256(TestIdp.Rsa().ExportSubjectPublicKeyInfo());
        signed.ComputeSignature(key);
        var assertion = document.DocumentElement!["saml:Assertion"]!;
        assertion.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), assertion["saml:Issuer"]);
        return document;
    }
}
