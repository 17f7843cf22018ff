using System.Globalization;
using System.Xml;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Providers;

/// <summary>
/// The parts of a SAML provider's metadata that are checked when it is stored (ID-178 to ID-180). Nothing is fetched, and a DTD is
/// rejected.
/// </summary>
internal sealed record SamlMetadata(int IdentityProviders, int SigningKeys, DateTimeOffset? ValidUntil)
{
    private const int MinLength = 1_000;
    private const int MaxLength = 10_000_000;
    private const string Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    private const string Signature = "http://www.w3.org/2000/09/xmldsig#";

    public static void CheckForm(ParameterCheck check, string? document)
    {
        if (check.Require(document is not null, "SAMLMetadataDocument", "is required", "ID-178"))
        {
            check.Length(document!, "SAMLMetadataDocument", MinLength, MaxLength, "ID-178");
        }
    }

    /// <exception cref="IamException"><c>InvalidInput</c>: the document is not the metadata of an identity provider.</exception>
    public static SamlMetadata Read(string document)
    {
        try
        {
            return Parse(document);
        }
        catch (XmlException)
        {
            throw Invalid("Could not parse metadata: it is not well-formed XML without a DTD.");
        }
    }

    public void CheckQuotas(QuotaTable quotas)
    {
        quotas.Check(Quota.IdpsPerSamlProvider, IdentityProviders);
        quotas.Check(Quota.KeysPerSamlProvider, SigningKeys);
    }

    private static SamlMetadata Parse(string document)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxLength,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(new StringReader(document), settings);
        reader.MoveToContent();
        if (reader.NamespaceURI != Metadata || reader.LocalName is not ("EntityDescriptor" or "EntitiesDescriptor"))
        {
            throw Invalid("Could not parse metadata: an EntityDescriptor is expected.");
        }

        var validUntil = TimeOf(reader.GetAttribute("validUntil"));
        var providers = 0;
        var keys = 0;
        var isProvider = false;
        var isSigning = false;
        do
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.NamespaceURI == Metadata && reader.LocalName == "IDPSSODescriptor")
            {
                isProvider = false;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.NamespaceURI, reader.LocalName)
            {
                case (Metadata, "EntityDescriptor") when string.IsNullOrEmpty(reader.GetAttribute("entityID")):
                    throw Invalid("Could not parse metadata: an EntityDescriptor has no entityID.");
                case (Metadata, "IDPSSODescriptor"):
                    providers++;
                    isProvider = !reader.IsEmptyElement;
                    break;
                case (Metadata, "KeyDescriptor"):
                    isSigning = reader.GetAttribute("use") is null or "signing";
                    break;
                case (Signature, "X509Certificate") when isProvider && isSigning:
                    keys++;
                    break;
                default:
                    break;
            }
        }
        while (reader.Read());

        return (providers, keys) switch
        {
            (0, _) => throw Invalid("Could not parse metadata: there is no IDPSSODescriptor."),
            (_, 0) => throw Invalid("Could not parse metadata: there is no key to check signatures with."),
            _ => new(providers, keys, validUntil),
        };
    }

    private static DateTimeOffset? TimeOf(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
        : throw Invalid("Could not parse metadata: validUntil is not a time.");

    private static IamException Invalid(string message) => IamErrors.Invalid(message, "ID-178");
}
