using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a server certificate.</summary>
/// <param name="ServerCertificateName">The name of the certificate, ignoring case.</param>
/// <param name="Tags">The tags to add or change.</param>
public sealed record TagServerCertificate(string ServerCertificateName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
