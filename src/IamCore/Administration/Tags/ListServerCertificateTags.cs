using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Lists the tags of a server certificate.</summary>
/// <param name="ServerCertificateName">The name of the certificate, ignoring case.</param>
public sealed record ListServerCertificateTags(string ServerCertificateName) : ListObjectTags
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
