using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from an OpenID Connect provider.</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
