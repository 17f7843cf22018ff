using IamCore.Credentials.Mfa;
using IamCore.Errors;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the two halves of a security key registration.</summary>
internal static class SecurityKeys
{
    public static IFidoVerifier VerifierOf(AdministrationWork work) => work.Credentials.Options.FidoVerifier
        ?? throw IamErrors.Invalid("Security keys need a verifier: set CredentialOptions.FidoVerifier.", "CR-058");

    public static IamException Refused() => new(IamErrorCode.InvalidAuthenticationCode, "The security key's response is not valid.", "CR-058");
}
