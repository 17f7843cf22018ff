using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Takes tags from a server certificate.</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
/// <param name="TagKeys">The keys.</param>
public sealed record UntagServerCertificate(string ServerCertificateName, ValueList<string> TagKeys) : UntagObject(TagKeys)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
