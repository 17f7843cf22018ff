using System.Security.Cryptography;
using System.Xml;

namespace IamCore.Federation.Saml;

/// <summary>
/// An enveloped XML signature of the only form accepted (ST-065): one reference, to the very element that contains the signature; exclusive
/// canonicalization; RSA. What it covers is returned exactly as it was digested, so that nothing else can be read in its place. Keys
/// contained in
/// the message are ignored.
/// </summary>
internal sealed class SamlSignature
{
    private readonly XmlElement _element;
    private readonly XmlElement _signature;
    private readonly bool _acceptSha1;

    private SamlSignature(XmlElement element, XmlElement signature, bool acceptSha1) => (_element, _signature, _acceptSha1) = (element, signature, acceptSha1);

    /// <summary>Returns the signature in an element; null if there is none.</summary>
    public static SamlSignature? Find(XmlElement element, bool acceptSha1) =>
        SamlXml.Child(element, "Signature", SamlNames.Signature) is { } signature ? new(element, signature, acceptSha1) : null;

    /// <summary>Returns the element as it was signed, and the key that signed it.</summary>
    /// <exception cref="IamException"><c>InvalidIdentityToken</c>: none of the keys signed it.</exception>
    public (XmlElement Signed, IdpKey Key) Check(IEnumerable<IdpKey> keys)
    {
        try
        {
            return CheckShape(keys);
        }
        catch (CryptographicException)
        {
            throw SamlErrors.Signature(); // The element cannot be canonicalized.
        }
    }

    private (XmlElement Signed, IdpKey Key) CheckShape(IEnumerable<IdpKey> keys)
    {
        var (signedInfo, value) = Parts();
        var (method, reference, prefixes) = Info(signedInfo);
        var digested = Digested(reference);
        var info = CanonicalForm.Of(signedInfo, null, prefixes);
        var octets = Bytes(value);
        var hash = HashOfSignature(method);
        foreach (var key in keys)
        {
            using var rsa = RSA.Create(key.PublicKey);
            if (rsa.VerifyData(info, octets, hash, RSASignaturePadding.Pkcs1))
            {
                return (SamlXml.FromCanonical(digested), key);
            }
        }

        throw SamlErrors.Signature();
    }

    private (XmlElement SignedInfo, XmlElement Value) Parts() => SamlXml.Children(_signature).ToArray() switch
    {
        [var info, var value] when Is(info, "SignedInfo") && Is(value, "SignatureValue") => (info, value),
        [var info, var value, var key] when Is(info, "SignedInfo") && Is(value, "SignatureValue") && Is(key, "KeyInfo") => (info, value),
        _ => throw SamlErrors.Signature(),
    };

    private static (XmlElement Method, XmlElement Reference, string? Prefixes) Info(XmlElement signedInfo) => SamlXml.Children(signedInfo).ToArray() switch
    {
        [var form, var method, var reference] when Is(form, "CanonicalizationMethod") && Is(method, "SignatureMethod") && Is(reference, "Reference") =>
            (method, reference, PrefixesOf(form)),
        _ => throw SamlErrors.Signature(),
    };

    /// <summary>Returns the octets of the element that the reference names, if they have its digest.</summary>
    private byte[] Digested(XmlElement reference)
    {
        var id = _element.GetAttribute("ID");
        if (id.Length == 0 || reference.GetAttribute("URI") != "#" + id || !IsOnly(id)
            || SamlXml.Children(reference).ToArray() is not [var transforms, var method, var value]
            || !Is(transforms, "Transforms") || !Is(method, "DigestMethod") || !Is(value, "DigestValue")
            || SamlXml.Children(transforms).ToArray() is not [var enveloped, var form]
            || !Is(enveloped, "Transform") || enveloped.GetAttribute("Algorithm") != SamlNames.Enveloped || SamlXml.Children(enveloped).Any() || !Is(form, "Transform"))
        {
            throw SamlErrors.Signature();
        }

        var octets = CanonicalForm.Of(_element, _signature, PrefixesOf(form));
        var digest = CryptographicOperations.HashData(HashOfDigest(method), octets);
        return CryptographicOperations.FixedTimeEquals(digest, Bytes(value)) ? octets : throw SamlErrors.Signature();
    }

    /// <summary>Whether no other element of the document has the same id, in any attribute that could be taken for one.</summary>
    private bool IsOnly(string id) => SamlXml.All(_element.OwnerDocument.DocumentElement!)
        .Where(element => !ReferenceEquals(element, _element))
        .All(element => element.Attributes.OfType<XmlAttribute>()
            .All(attribute => !attribute.LocalName.EndsWith("id", StringComparison.OrdinalIgnoreCase) || attribute.Value != id));

    /// <summary>Returns the signer's list of prefixes; the method must be exclusive canonicalization.</summary>
    private static string? PrefixesOf(XmlElement form)
    {
        if (form.GetAttribute("Algorithm") != SamlNames.ExclusiveC14N)
        {
            throw SamlErrors.Signature();
        }

        return SamlXml.Children(form).ToArray() switch
        {
            [] => null,
            [{ LocalName: "InclusiveNamespaces", NamespaceURI: SamlNames.ExclusiveC14N } list] => list.GetAttribute("PrefixList"),
            _ => throw SamlErrors.Signature(),
        };
    }

    private HashAlgorithmName HashOfSignature(XmlElement method) => SamlXml.Children(method).Any() ? throw SamlErrors.Signature() : method.GetAttribute("Algorithm") switch
    {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => HashAlgorithmName.SHA512,
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1" when _acceptSha1 => HashAlgorithmName.SHA1,
        _ => throw SamlErrors.Signature(),
    };

    private HashAlgorithmName HashOfDigest(XmlElement method) => SamlXml.Children(method).Any() ? throw SamlErrors.Signature() : method.GetAttribute("Algorithm") switch
    {
        "http://www.w3.org/2001/04/xmlenc#sha256" => HashAlgorithmName.SHA256,
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => HashAlgorithmName.SHA384,
        "http://www.w3.org/2001/04/xmlenc#sha512" => HashAlgorithmName.SHA512,
        "http://www.w3.org/2000/09/xmldsig#sha1" when _acceptSha1 => HashAlgorithmName.SHA1,
        _ => throw SamlErrors.Signature(),
    };

    private static bool Is(XmlElement element, string name) => element.LocalName == name && element.NamespaceURI == SamlNames.Signature;

    private static byte[] Bytes(XmlElement value)
    {
        try
        {
            return SamlXml.Children(value).Any() ? throw SamlErrors.Signature() : Convert.FromBase64String(value.InnerText);
        }
        catch (FormatException)
        {
            throw SamlErrors.Signature();
        }
    }
}
