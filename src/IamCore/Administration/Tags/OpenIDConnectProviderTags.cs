using IamCore.Administration;

namespace IamCore;

/// <summary>Tags an OIDC provider.</summary>
/// <param name="OpenIDConnectProviderArn">ARN of the provider.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}

/// <summary>Takes tags from an OIDC provider.</summary>
/// <param name="OpenIDConnectProviderArn">ARN of the provider.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}

/// <summary>Lists the tags of an OIDC provider.</summary>
/// <param name="OpenIDConnectProviderArn">ARN of the provider.</param>
public sealed record ListOpenIDConnectProviderTags(string OpenIDConnectProviderArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
