using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a SAML provider.</summary>
/// <param name="SAMLProviderArn">The ARN of the provider.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagSAMLProvider(string SAMLProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}
