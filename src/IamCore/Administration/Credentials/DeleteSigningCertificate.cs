namespace IamCore.Administration.Credentials;

/// <summary>Deletes a signing certificate (CR-073).</summary>
/// <param name="CertificateId">The id of the certificate.</param>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
public sealed record DeleteSigningCertificate(string CertificateId, string? UserName = null) : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        SigningCertificateRules.Check(check, CertificateId);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        work.Delete(await SigningCertificateRules.GetAsync(work, CertificateId, UserName).ConfigureAwait(false));
        return default;
    }
}
