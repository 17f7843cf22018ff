using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a SAML provider.</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
public sealed record ListSAMLProviderTags(string SAMLProviderArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}
