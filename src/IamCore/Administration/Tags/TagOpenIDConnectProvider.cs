using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags an OpenID Connect provider.</summary>
/// <param name="OpenIDConnectProviderArn">The ARN of the provider.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagOpenIDConnectProvider(string OpenIDConnectProviderArn, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.OidcProvider, OpenIDConnectProviderArn);
}
