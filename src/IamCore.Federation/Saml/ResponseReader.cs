using System.Collections.Immutable;
using System.Xml;

namespace IamCore.Federation.Saml;

/// <summary>Reads a response with one unencrypted assertion, before and after its signature is verified (ST-065).</summary>
internal static class ResponseReader
{
    /// <summary>
    /// Returns the assertion of a successful response. It must be the only one and a direct child, and signatures may stand only where
    /// they are verified, so that nothing can be hidden elsewhere.
    /// </summary>
    public static XmlElement AssertionOf(XmlElement response)
    {
        if (response is not { LocalName: "Response", NamespaceURI: SamlNames.Protocol })
        {
            throw SamlErrors.Malformed();
        }

        var status = SamlXml.Child(response, "Status", SamlNames.Protocol);
        if (status is null || SamlXml.Child(status, "StatusCode", SamlNames.Protocol)?.GetAttribute("Value") != SamlNames.Success)
        {
            throw SamlErrors.Invalid("The identity provider did not authenticate anyone.");
        }

        var all = SamlXml.All(response).ToArray();
        if (all.Any(element => element.LocalName.StartsWith("Encrypted", StringComparison.Ordinal)))
        {
            throw SamlErrors.Invalid("Encrypted assertions are not supported.");
        }

        var assertion = SamlXml.Child(response, "Assertion");
        return assertion is not null
            && all.Count(element => element.LocalName == "Assertion") == 1
            && all.Count(element => element.LocalName == "Response") == 1
            && all.Where(element => element.LocalName == "Signature").All(signature => ReferenceEquals(signature.ParentNode, response) || ReferenceEquals(signature.ParentNode, assertion))
                ? assertion : throw SamlErrors.Invalid("The response must contain exactly one assertion, and signatures only of the assertion or of the response itself.");
    }

    /// <summary>Returns the assertion as it was signed, and the key.</summary>
    public static (XmlElement Assertion, IdpKey Key) CheckSignatures(XmlElement response, ImmutableArray<IdpKey> keys, bool acceptSha1)
    {
        var assertion = AssertionOf(response);
        var ofResponse = SamlSignature.Find(response, acceptSha1)?.Check(keys);
        // If the response is signed as well, both signatures must be of the same identity provider.
        var ofAssertion = SamlSignature.Find(assertion, acceptSha1)?.Check(ofResponse is { } outer ? keys.Where(key => key.EntityId == outer.Key.EntityId) : keys);
        return ofAssertion ?? (ofResponse is { } whole ? (AssertionOf(whole.Signed), whole.Key) : throw SamlErrors.Signature());
    }

    public static ImmutableArray<SamlAttribute> AttributesOf(XmlElement assertion) =>
    [
        .. SamlXml.Children(assertion, "AttributeStatement").SelectMany(statement => SamlXml.Children(statement, "Attribute"))
            .Select(attribute => new SamlAttribute(attribute.GetAttribute("Name"), [.. SamlXml.Children(attribute, "AttributeValue").Select(TextOf)])),
    ];

    /// <summary>Returns all text of an element, trimmed if the text is that of child elements.</summary>
    public static string TextOf(XmlElement element) => SamlXml.Children(element).Any() ? element.InnerText.Trim() : element.InnerText;
}
