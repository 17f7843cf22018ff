using IamCore.Model;

namespace IamCore.Administration.Tags;

/// <summary>Tags a server certificate.</summary>
/// <param name="ServerCertificateName">The certificate, in any letter case.</param>
/// <param name="Tags">The tags.</param>
public sealed record TagServerCertificate(string ServerCertificateName, ValueList<Tag> Tags) : TagObject(Tags)
{
    internal override TagTarget Target => new(ObjectKind.ServerCertificate, ServerCertificateName);
}
