using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from an OIDC provider.</summary>
/// <param name="OpenIDConnectProviderArn">ARN of the provider.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
