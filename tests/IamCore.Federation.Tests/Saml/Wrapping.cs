using System.Xml;

namespace IamCore.Federation.Tests.Saml;

/// <summary>
/// The eight published ways of wrapping a signature (Somorovsky and others, "On Breaking SAML", 2012, as numbered by the tools that apply them): the signed element is
/// kept somewhere where the signature still finds it, and another stands where it is read.
/// </summary>
internal static class Wrapping
{
    /// <param name="variant">1 and 2 wrap a signed response, 3 to 8 a signed assertion.</param>
    /// <param name="document">A signed response, which is changed.</param>
    /// <param name="keepsId">Whether the forged element keeps the id of the signed one.</param>
    public static void Apply(int variant, XmlDocument document, bool keepsId)
    {
        var response = document.DocumentElement!;
        var assertion = response["saml:Assertion"]!;
        var whole = variant <= 2 ? response : assertion;
        var signature = whole["Signature"]!;
        var original = (XmlElement)whole.CloneNode(deep: true);
        original.RemoveChild(original["Signature"]!);
        var forged = (XmlElement)original.CloneNode(deep: true);
        Forge(forged, keepsId);
        switch (variant)
        {
            case 1: // the signed response inside the signature of the forged one
                Forge(response, keepsId);
                signature.AppendChild(original);
                break;
            case 2: // the signed response beside the signature
                Forge(response, keepsId);
                response.InsertBefore(original, signature);
                break;
            case 3: // the forged assertion before the signed one
                response.InsertBefore(forged, assertion);
                break;
            case 4: // the signed assertion inside the forged one
                response.ReplaceChild(forged, assertion);
                forged.AppendChild(assertion);
                break;
            case 5: // the signature stays in the forged one, the signed one goes to the end without it
                Forge(assertion, keepsId);
                response.AppendChild(original);
                break;
            case 6: // the signed one inside its signature, which is in the forged one
                Forge(assertion, keepsId);
                signature.AppendChild(original);
                break;
            case 7: // the forged one in an element that may hold anything
                var extensions = document.CreateElement("samlp", "Extensions", response.NamespaceURI);
                response.InsertBefore(extensions, response.FirstChild);
                extensions.AppendChild(forged);
                break;
            default: // the signed one in an object of the signature, which is in the forged one
                Forge(assertion, keepsId);
                var holder = document.CreateElement("Object", signature.NamespaceURI);
                signature.AppendChild(holder);
                holder.AppendChild(original);
                break;
        }
    }

    private static void Forge(XmlElement element, bool keepsId)
    {
        ((XmlElement)element.GetElementsByTagName("saml:NameID")[0]!).InnerText = "admin";
        if (!keepsId)
        {
            element.SetAttribute("ID", "_forged");
        }
    }
}
