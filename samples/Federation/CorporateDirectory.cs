using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace FederationSample;

/// <summary>What stands for the corporate identity provider here: metadata, and assertions signed by its key. A real one is configured, not written.</summary>
internal sealed class CorporateDirectory : IDisposable
{
    private const string EntityId = "https://sso.corp.example";

    private readonly RSA _key = RSA.Create(2048);

    public string Metadata
    {
        get
        {
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = new CertificateRequest("CN=sso.corp.example", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now, now.AddYears(1));
            return $"""
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{EntityId}">
                  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>{Convert.ToBase64String(certificate.RawData)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{EntityId}/sign-in"/>
                  </IDPSSODescriptor>
                </EntityDescriptor>
                """;
        }
    }

    /// <summary>What the browser brings along after the person signed in there.</summary>
    public string Assert(string person, string department, string[] roles)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Response(person, department, roles));
        var assertion = document.DocumentElement!["saml:Assertion"]!;
        var signed = new SignedXml(document) { SigningKey = _key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var reference = new Reference("#" + assertion.GetAttribute("ID"));
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        assertion.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), assertion["saml:Issuer"]);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(document.OuterXml));
    }

    public void Dispose() => _key.Dispose();

    private static string Response(string person, string department, string[] roles)
    {
        var now = TimeProvider.System.GetUtcNow();
        return $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{Guid.NewGuid()}" Version="2.0" IssueInstant="{Time(now)}">
              <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
              <saml:Assertion ID="_{Guid.NewGuid()}" Version="2.0" IssueInstant="{Time(now)}">
                <saml:Issuer>{EntityId}</saml:Issuer>
                <saml:Subject>
                  <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">{person}</saml:NameID>
                  <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                    <saml:SubjectConfirmationData NotOnOrAfter="{Time(now.AddMinutes(5))}" Recipient="https://signin.aws.amazon.com/saml"/>
                  </saml:SubjectConfirmation>
                </saml:Subject>
                <saml:Conditions NotOnOrAfter="{Time(now.AddMinutes(5))}"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>
                <saml:AttributeStatement>{Attribute("Role", roles)}{Attribute("RoleSessionName", person)}{Attribute("SourceIdentity", person)}{Attribute("PrincipalTag:department", department)}</saml:AttributeStatement>
              </saml:Assertion>
            </samlp:Response>
            """;
    }

    private static string Attribute(string name, params string[] values) =>
        $"""<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/{name}">{string.Concat(values.Select(value => $"<saml:AttributeValue>{value}</saml:AttributeValue>"))}</saml:Attribute>""";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
