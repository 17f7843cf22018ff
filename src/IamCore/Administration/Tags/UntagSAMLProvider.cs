using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from a SAML provider.</summary>
/// <param name="SAMLProviderArn">ARN of the provider.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagSAMLProvider(string SAMLProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}
