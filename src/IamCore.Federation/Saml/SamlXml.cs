using System.Globalization;
using System.Text;
using System.Xml;

namespace IamCore.Federation.Saml;

/// <summary>
/// Reads XML from untrusted sources: UTF-8, no DTD and hence no entities, nothing fetched, bounded in size, depth and breadth (ID-179).
/// </summary>
internal static class SamlXml
{
    /// <summary>Canonicalization is recursive, so depth must be limited; genuine responses are about ten levels deep.</summary>
    private const int MaxDepth = 32;

    private const int MaxAttributes = 64;

    private const int MaxLength = 100_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxLength,
    };

    /// <exception cref="IamException"><c>InvalidIdentityToken</c>: the text is not Base64-encoded XML (ST-064).</exception>
    public static XmlElement FromBase64(string text)
    {
        try
        {
            return Parse(Utf8.GetString(Convert.FromBase64String(text)));
        }
        catch (Exception error) when (error is FormatException or XmlException or DecoderFallbackException)
        {
            throw SamlErrors.Malformed();
        }
    }

    /// <summary>Parses what was canonicalized.</summary>
    /// <exception cref="IamException">The text exceeds the limits, which inherited namespaces can cause.</exception>
    public static XmlElement FromCanonical(byte[] xml)
    {
        try
        {
            return Parse(Utf8.GetString(xml));
        }
        catch (XmlException)
        {
            throw SamlErrors.Malformed();
        }
    }

    /// <summary>Returns the only child element with a name; null if there is none.</summary>
    /// <exception cref="IamException">There is more than one.</exception>
    public static XmlElement? Child(XmlElement parent, string name, string space = SamlNames.Assertion)
    {
        XmlElement? found = null;
        foreach (var child in Children(parent, name, space))
        {
            found = found is null ? child : throw SamlErrors.Invalid($"The response has {name} more than once.");
        }

        return found;
    }

    public static IEnumerable<XmlElement> Children(XmlElement parent, string name, string space = SamlNames.Assertion) =>
        Children(parent).Where(child => child.LocalName == name && child.NamespaceURI == space);

    public static IEnumerable<XmlElement> Children(XmlElement parent) => parent.ChildNodes.OfType<XmlElement>();

    /// <summary>Returns the element and all its descendants.</summary>
    public static IEnumerable<XmlElement> All(XmlElement root)
    {
        var open = new Stack<XmlElement>([root]);
        while (open.TryPop(out var element))
        {
            yield return element;
            foreach (var child in Children(element))
            {
                open.Push(child);
            }
        }
    }

    /// <summary>Returns a time in UTC; null if the attribute is absent.</summary>
    /// <exception cref="IamException">The value is not a time in UTC.</exception>
    public static DateTimeOffset? Time(XmlElement element, string attribute)
    {
        if (element.GetAttributeNode(attribute)?.Value is not { } text)
        {
            return null;
        }

        return text.EndsWith('Z') && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time : throw SamlErrors.Invalid($"The response's {attribute} is not a time in UTC.");
    }

    private static XmlElement Parse(string xml)
    {
        // A first pass checks the limits, so that an oversized document is never loaded into memory.
        using (var reader = XmlReader.Create(new StringReader(xml), Settings))
        {
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth || reader.AttributeCount > MaxAttributes)
                {
                    throw new XmlException("Too deep or too broad");
                }
            }
        }

        using var again = XmlReader.Create(new StringReader(xml), Settings);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(again);
        return document.DocumentElement!;
    }
}
