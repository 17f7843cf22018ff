using IamCore.Administration;

namespace IamCore;

/// <summary>Tags a SAML provider.</summary>
/// <param name="SAMLProviderArn">ARN of the provider.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagSAMLProvider(string SAMLProviderArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}

/// <summary>Takes tags from a SAML provider.</summary>
/// <param name="SAMLProviderArn">ARN of the provider.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagSAMLProvider(string SAMLProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}

/// <summary>Lists the tags of a SAML provider.</summary>
/// <param name="SAMLProviderArn">ARN of the provider.</param>
public sealed record ListSAMLProviderTags(string SAMLProviderArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.SamlProvider, SAMLProviderArn);
}
