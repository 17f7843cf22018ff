using IamCore.Administration;

namespace IamCore;

/// <summary>Tags a server certificate.</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagServerCertificate(string ServerCertificateName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}

/// <summary>Takes tags from a server certificate.</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagServerCertificate(string ServerCertificateName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}

/// <summary>Lists the tags of a server certificate.</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
public sealed record ListServerCertificateTags(string ServerCertificateName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
