using System.Security.Cryptography.Xml;
using System.Xml;

namespace IamCore.Federation.Saml;

/// <summary>
/// Computes the octets of an element by exclusive canonicalization without comments (XML-EXC-C14N), which signatures are computed over.
/// </summary>
internal static class CanonicalForm
{
    /// <param name="element">The element. Its document is not changed.</param>
    /// <param name="without">A child to leave out, which is the enveloped signature; null for none.</param>
    /// <param name="inclusivePrefixes">The signer's list of prefixes that are written even if unused; null for none.</param>
    public static byte[] Of(XmlElement element, XmlElement? without, string? inclusivePrefixes)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (XmlElement)document.ImportNode(element, deep: true);
        if (without is not null)
        {
            copy.RemoveChild(copy.ChildNodes[IndexOf(element, without)]!);
        }

        AddNamespaces(copy, element);
        document.AppendChild(copy);
        var transform = new XmlDsigExcC14NTransform(includeComments: false, inclusiveNamespacesPrefixList: inclusivePrefixes!);
        transform.LoadInput(document);
        using var octets = (MemoryStream)transform.GetOutput(typeof(Stream));
        return octets.ToArray();
    }

    private static int IndexOf(XmlElement parent, XmlElement child)
    {
        var index = 0;
        foreach (XmlNode node in parent.ChildNodes)
        {
            if (ReferenceEquals(node, child))
            {
                return index;
            }

            index++;
        }

        throw new ArgumentException("The element is not a child", nameof(child));
    }

    /// <summary>Adds the namespaces in scope at the element's original position.</summary>
    private static void AddNamespaces(XmlElement copy, XmlElement element)
    {
        for (var ancestor = element.ParentNode as XmlElement; ancestor is not null; ancestor = ancestor.ParentNode as XmlElement)
        {
            foreach (XmlAttribute attribute in ancestor.Attributes)
            {
                if (attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/" && !copy.HasAttribute(attribute.Name))
                {
                    copy.SetAttributeNode((XmlAttribute)copy.OwnerDocument.ImportNode(attribute, deep: true));
                }
            }
        }
    }
}
