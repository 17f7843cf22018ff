using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of an OpenID Connect provider.</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
public sealed record ListOpenIDConnectProviderTags(string OpenIDConnectProviderArn) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
