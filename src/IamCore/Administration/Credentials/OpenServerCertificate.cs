using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IamCore.Credentials;
using IamCore.Errors;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Returns a server certificate with its private key, for a TLS endpoint, and records the use (CR-076). Only the trusted façade can do
/// this.
/// The caller disposes of the certificate.
/// </summary>
/// <param name="Arn">The ARN of the certificate.</param>
/// <param name="Purpose">What the key is used for, as recorded with the certificate; 1 to 256 characters.</param>
public sealed record OpenServerCertificate(string Arn, string Purpose) : IamCommand<X509Certificate2>
{
    internal override void Validate(ParameterCheck check)
    {
        check.Require(IamCore.Policies.Arn.TryParse(Arn, out _), nameof(Arn), "must be an ARN", "CR-076");
        check.Length(Purpose ?? "", nameof(Purpose), 1, 256, "CR-076");
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can open private keys.", "CR-076");

    internal override async ValueTask<X509Certificate2> ApplyAsync(AdministrationWork work)
    {
        var certificate = await ServerCertificates.FindAsync(work, Arn[(Arn.LastIndexOf('/') + 1)..]).ConfigureAwait(false);
        if (certificate is null || certificate.Arn != Arn)
        {
            throw IamErrors.Missing("Server Certificate", Arn, "CR-076");
        }

        var key = work.Credentials.Vault.Open(certificate.Key, certificate.Account, certificate.SealedPrivateKey);
        work.Put(certificate with { LastOpenedDate = work.Now, LastOpenedFor = Purpose });
        var opened = Certificates.Join(certificate.Body, key);
        CryptographicOperations.ZeroMemory(key);
        return opened;
    }
}
