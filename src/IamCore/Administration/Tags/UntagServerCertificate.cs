using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Removes tags from a server certificate.</summary>
/// <param name="ServerCertificateName">The name of the certificate, ignoring case.</param>
/// <param name="TagKeys">The keys of the tags to remove.</param>
public sealed record UntagServerCertificate(string ServerCertificateName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
