using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using IamCore.Model;

namespace IamCore.Federation.Saml;

/// <summary>
/// Reads the signing keys in a provider's metadata. A key is valid for the entity that contains it. The validity of its certificate does
/// not
/// matter: the account has registered it, until <see cref="SamlProvider.ValidUntil"/> (ID-180).
/// </summary>
internal static class IdpMetadata
{
    private const int MaxLength = 10_000_000;

    public static ImmutableArray<IdpKey> Read(string metadata)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxLength, IgnoreComments = true, IgnoreProcessingInstructions = true,
        };
        var keys = ImmutableArray.CreateBuilder<IdpKey>();
        using var reader = XmlReader.Create(new StringReader(metadata), settings);
        var (entity, isProvider, isSigning) = ("", false, false);
        var wasRead = reader.Read();
        while (wasRead)
        {
            switch (reader.NodeType, reader.NamespaceURI, reader.LocalName)
            {
                case (XmlNodeType.Element, SamlNames.Metadata, "EntityDescriptor"):
                    entity = reader.GetAttribute("entityID") ?? "";
                    break;
                case (XmlNodeType.Element, SamlNames.Metadata, "IDPSSODescriptor"):
                    isProvider = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, SamlNames.Metadata, "IDPSSODescriptor"):
                    isProvider = false;
                    break;
                case (XmlNodeType.Element, SamlNames.Metadata, "KeyDescriptor"):
                    isSigning = reader.GetAttribute("use") is null or "signing";
                    break;
                case (XmlNodeType.Element, SamlNames.Signature, "X509Certificate") when isProvider && isSigning && entity.Length > 0:
                    if (KeyOf(reader.ReadElementContentAsString()) is { } key)
                    {
                        keys.Add(new(entity, key));
                    }

                    continue; // The reader has already moved to the next node.
                default:
                    break;
            }

            wasRead = reader.Read();
        }

        return keys.ToImmutable();
    }

    /// <summary>Returns the key; null if the text is not the certificate of an RSA key of 2048 to 8192 bits.</summary>
    private static RSAParameters? KeyOf(string certificate)
    {
        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            using var rsa = loaded.GetRSAPublicKey();
            return rsa is { KeySize: >= 2048 and <= 8192 } ? rsa.ExportParameters(includePrivateParameters: false) : null;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
