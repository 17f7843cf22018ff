namespace IamCore.Administration.Credentials;

/// <summary>Deletes a signing certificate (CR-073).</summary>
/// <param name="CertificateId">The certificate.</param>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
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
