using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a SAML provider.</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagSAMLProvider(string SAMLProviderArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}
