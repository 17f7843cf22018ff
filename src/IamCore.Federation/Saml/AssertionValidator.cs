using System.Xml;

namespace IamCore.Federation.Saml;

/// <summary>Validates assertions; the order of the checks is part of the API (ST-065).</summary>
internal sealed class AssertionValidator(FederationOptions options, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan RedeemWithin = TimeSpan.FromMinutes(5);

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Returns the content of the assertion, if it was signed with one of the keys.</summary>
    /// <exception cref="IamException">The assertion is not valid.</exception>
    public SamlAssertion Validate(XmlElement response, System.Collections.Immutable.ImmutableArray<IdpKey> keys)
    {
        var (assertion, key) = ResponseReader.CheckSignatures(response, keys, options.AcceptSamlSha1);
        var issuer = SamlXml.Child(assertion, "Issuer") is { } element ? ResponseReader.TextOf(element) : "";
        if (issuer != key.EntityId || assertion.GetAttribute("Version") != "2.0")
        {
            throw SamlErrors.Invalid("Issuer not present in specified provider");
        }

        var isForOneUse = CheckConditions(assertion);
        var subject = SamlXml.Child(assertion, "Subject") ?? throw SamlErrors.Invalid("The assertion has no subject.");
        var recipient = RecipientOf(subject);
        var issued = CheckIssueInstant(assertion);
        var nameId = SamlXml.Child(subject, "NameID") ?? throw SamlErrors.Invalid("The assertion does not name its subject.");
        var name = ResponseReader.TextOf(nameId);
        return new()
        {
            Id = assertion.GetAttribute("ID"),
            Issuer = issuer,
            NameId = name.Length > 0 ? name : throw SamlErrors.Invalid("The assertion does not name its subject."),
            SubjectType = nameId.GetAttribute("Format") switch
            {
                "" => SamlNames.Unspecified,
                SamlNames.Persistent => "persistent",
                SamlNames.Transient => "transient",
                var other => other,
            },
            Recipient = recipient,
            IssueInstant = issued,
            SessionEnd = SamlXml.Children(assertion, "AuthnStatement").Min(statement => SamlXml.Time(statement, "SessionNotOnOrAfter")),
            IsForOneUse = isForOneUse,
            Attributes = ResponseReader.AttributesOf(assertion),
        };
    }

    /// <summary>
    /// Checks the validity period and the audience. Every audience restriction must name this service, and unknown conditions are
    /// rejected.
    /// </summary>
    /// <returns>Whether the assertion can be used only once.</returns>
    private bool CheckConditions(XmlElement assertion)
    {
        var conditions = SamlXml.Child(assertion, "Conditions") ?? throw NoAudience();
        if (SamlXml.Time(conditions, "NotBefore") > Now + Tolerance)
        {
            throw SamlErrors.Invalid("The assertion is not valid yet.");
        }

        if (SamlXml.Time(conditions, "NotOnOrAfter") is { } end && Now >= end + Tolerance)
        {
            throw SamlErrors.Expired("The assertion has expired.");
        }

        var isForOneUse = false;
        var isForUs = false;
        foreach (var condition in SamlXml.Children(conditions))
        {
            switch (condition.NamespaceURI, condition.LocalName)
            {
                case (SamlNames.Assertion, "AudienceRestriction"):
                    isForUs = SamlXml.Children(condition, "Audience").Any(audience => ResponseReader.TextOf(audience) == options.SamlEntityId) ? true : throw NoAudience();
                    break;
                case (SamlNames.Assertion, "OneTimeUse"):
                    isForOneUse = true;
                    break;
                case (SamlNames.Assertion, "ProxyRestriction"):
                    break; // It concerns assertions derived from this one, and there are none.
                default:
                    throw SamlErrors.Invalid("The assertion has a condition that is not known.");
            }
        }

        return isForUs ? isForOneUse : throw NoAudience();
    }

    /// <summary>Returns the recipient; it must be one of our assertion consumer URLs, and the confirmation must not have expired.</summary>
    private string RecipientOf(XmlElement subject)
    {
        var confirmation = SamlXml.Children(subject, "SubjectConfirmation")
            .Where(confirmation => confirmation.GetAttribute("Method") == SamlNames.Bearer)
            .Select(confirmation => SamlXml.Child(confirmation, "SubjectConfirmationData"))
            .FirstOrDefault(data => data is not null && ((IEnumerable<string>)options.SamlAssertionConsumerUrls).Contains(data.GetAttribute("Recipient"), StringComparer.Ordinal))
            ?? throw SamlErrors.Invalid("The assertion is not addressed to this service.");
        if (SamlXml.Time(confirmation, "NotBefore") > Now)
        {
            throw SamlErrors.Invalid("The assertion is not valid yet.");
        }

        var end = SamlXml.Time(confirmation, "NotOnOrAfter") ?? throw SamlErrors.Invalid("The assertion does not say how long it can be presented.");
        return Now < end ? confirmation.GetAttribute("Recipient") : throw SamlErrors.Expired("The assertion has expired.");
    }

    private DateTimeOffset CheckIssueInstant(XmlElement assertion)
    {
        var issued = SamlXml.Time(assertion, "IssueInstant") ?? throw SamlErrors.Invalid("The assertion does not say when it was issued.");
        if (issued > Now + Tolerance)
        {
            throw SamlErrors.Invalid("The assertion is not valid yet.");
        }

        return Now - issued <= RedeemWithin ? issued : throw SamlErrors.Expired("Token must be redeemed within 5 minutes of issuance");
    }

    private static IamException NoAudience() => SamlErrors.Invalid("Response does not contain the required audience");
}
