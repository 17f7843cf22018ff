namespace IamCore.Administration.Credentials;

/// <summary>Returns a server certificate with its chain (CR-075).</summary>
/// <param name="ServerCertificateName">The name of the certificate, ignoring case.</param>
public sealed record GetServerCertificate(string ServerCertificateName) : IamQuery<ServerCertificateDescription>
{
    internal override void Validate(ParameterCheck check) => ServerCertificates.Check(check, ServerCertificateName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName);

    internal override async ValueTask<ServerCertificateDescription> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        return ServerCertificateDescription.Of(certificate) with { CertificateBody = certificate.Body, CertificateChain = certificate.Chain };
    }
}
