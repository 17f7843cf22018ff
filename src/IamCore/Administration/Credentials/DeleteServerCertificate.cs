namespace IamCore.Administration.Credentials;

/// <summary>Deletes a server certificate that is not in use (CR-075).</summary>
/// <param name="ServerCertificateName">The name of the certificate, ignoring case.</param>
public sealed record DeleteServerCertificate(string ServerCertificateName) : IamCommand<NoResult>
{
    internal override void Validate(ParameterCheck check) => ServerCertificates.Check(check, ServerCertificateName);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => ServerCertificates.AuthorizeAsync(work, Action, ServerCertificateName);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.GetAsync(work, ServerCertificateName).ConfigureAwait(false);
        if (work.Credentials.Options.FindServerCertificateUsesAsync is { } findUses)
        {
            var uses = await findUses(certificate.Arn, work.CancellationToken).ConfigureAwait(false);
            if (uses.Count > 0)
            {
                throw new IamException(
                    IamErrorCode.DeleteConflict,
                    $"Certificate {certificate.Name} is currently in use by {uses[0]}.",
                    [.. ((IEnumerable<string>)uses).Select(use => new IamErrorDetail("CR-075", use, "uses the certificate"))]);
            }
        }

        work.Delete(certificate);
        return default;
    }
}
