using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace IamCore.Federation.Tests.Saml;

/// <summary>A SAML identity provider that says what it is told to and signs it with the platform's <see cref="SignedXml"/>.</summary>
internal sealed class TestIdp
{
    public const string EntityId = "https://idp.example.com/saml";

    public const string Attributes = "https://aws.amazon.com/SAML/Attributes/";

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<RSA[]> Keys = new(() => [RSA.Create(2048), RSA.Create(2048)]);

    private readonly DateTimeOffset _now;

    public TestIdp(DateTimeOffset now) => _now = now;

    public static RSA Rsa(int number = 0) => Keys.Value[number];

    /// <summary>The attributes of the assertion, by name; those of ST-066 to be completed with <see cref="Attributes"/>.</summary>
    public List<(string Name, string[] Values)> Says { get; } = [];

    public string NameId { get; set; } = "maria";

    public string Format { get; set; } = " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:persistent\"";

    public string Issuer { get; set; } = EntityId;

    public string Audience { get; set; } = "urn:amazon:webservices";

    public string Recipient { get; set; } = "https://signin.aws.amazon.com/saml";

    public string Status { get; set; } = "urn:oasis:names:tc:SAML:2.0:status:Success";

    public string Method { get; set; } = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

    public double IssuedSeconds { get; set; }

    public double NotBeforeSeconds { get; set; }

    public double ConditionsEndSeconds { get; set; } = 300;

    public double SubjectEndSeconds { get; set; } = 300;

    public double? SessionEndSeconds { get; set; }

    public string Conditions { get; set; } = "";

    public string AssertionId { get; set; } = "_assertion";

    /// <summary>Metadata of an identity provider, long enough (ID-178).</summary>
    public static string Metadata(string entityId = EntityId, params RSA[] keys)
    {
        var descriptors = string.Concat((keys.Length == 0 ? [Rsa()] : keys).Select(key =>
            $"""<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Certificate(key)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"""));
        return $"""
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entityId}"><!-- {new string('.', 1000)} -->
              <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">{descriptors}
                <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
              </md:IDPSSODescriptor></md:EntityDescriptor>
            """;
    }

    public TestIdp Say(string name, params string[] values)
    {
        Says.Add((name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("PrincipalTag:", StringComparison.Ordinal) || name.Contains('.', StringComparison.Ordinal) ? name : Attributes + name, values));
        return this;
    }

    /// <summary>The response without a signature.</summary>
    public string Xml()
    {
        var attributes = string.Concat(Says.Select(a => $"""<saml:Attribute Name="{a.Name}">{string.Concat(a.Values.Select(v => $"""<saml:AttributeValue xsi:type="xs:string">{v}</saml:AttributeValue>"""))}</saml:Attribute>"""));
        return $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="_response" Version="2.0" IssueInstant="{Time(IssuedSeconds)}">
              <saml:Issuer>{Issuer}</saml:Issuer>
              <samlp:Status><samlp:StatusCode Value="{Status}"/></samlp:Status>
              <saml:Assertion ID="{AssertionId}" Version="2.0" IssueInstant="{Time(IssuedSeconds)}">
                <saml:Issuer>{Issuer}</saml:Issuer>
                <saml:Subject>
                  <saml:NameID{Format}>{NameId}</saml:NameID>
                  <saml:SubjectConfirmation Method="{Method}"><saml:SubjectConfirmationData NotOnOrAfter="{Time(SubjectEndSeconds)}" Recipient="{Recipient}"/></saml:SubjectConfirmation>
                </saml:Subject>
                <saml:Conditions NotBefore="{Time(NotBeforeSeconds)}" NotOnOrAfter="{Time(ConditionsEndSeconds)}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction>{Conditions}</saml:Conditions>
                <saml:AuthnStatement AuthnInstant="{Time(IssuedSeconds)}"{(SessionEndSeconds is { } end ? $" SessionNotOnOrAfter=\"{Time(end)}\"" : "")}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
                <saml:AttributeStatement>{attributes}</saml:AttributeStatement>
              </saml:Assertion>
            </samlp:Response>
            """;
    }

    /// <summary>The response with its assertion signed.</summary>
    public XmlDocument Signed() => Sign(Xml(), "assertion");

    public string Base64() => Encode(Signed());

    public static string Encode(XmlDocument document) => Encode(document.OuterXml);

    public static string Encode(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    public static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document;
    }

    /// <summary>Signs the <c>assertion</c>, the <c>response</c>, or <c>both</c>.</summary>
    public static XmlDocument Sign(string xml, string what, RSA? key = null, Action<SignedXml, Reference>? with = null)
    {
        var document = Load(xml);
        if (what is "assertion" or "both")
        {
            Sign((XmlElement)document.DocumentElement!.GetElementsByTagName("saml:Assertion")[0]!, key, with);
        }

        if (what is "response" or "both")
        {
            Sign(document.DocumentElement!, key, with);
        }

        return document;
    }

    public static void Sign(XmlElement element, RSA? key = null, Action<SignedXml, Reference>? with = null)
    {
        key ??= Rsa();
        var signed = new SignedXml(element.OwnerDocument) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + element.GetAttribute("ID")) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform("xs"));
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(Convert.FromBase64String(Certificate(key))));
        with?.Invoke(signed, reference);
        signed.ComputeSignature();
        element.InsertAfter(element.OwnerDocument.ImportNode(signed.GetXml(), deep: true), element["saml:Issuer"]);
    }

    private static string Certificate(RSA key)
    {
        var request = new CertificateRequest("CN=idp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(request.SubjectName, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), Start, Start.AddYears(1), [1]);
        return Convert.ToBase64String(certificate.RawData);
    }

    private string Time(double seconds) => _now.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
