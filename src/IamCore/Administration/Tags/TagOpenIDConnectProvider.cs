using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags an OIDC provider.</summary>
/// <param name="OpenIDConnectProviderArn">ARN of the provider.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
