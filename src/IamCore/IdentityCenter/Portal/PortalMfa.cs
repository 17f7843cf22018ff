using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>Decides what follows the password in the access portal (ST-154, ST-155).</summary>
internal static class PortalMfa
{
    /// <returns>The next step; null if the sign-in is rejected.</returns>
    /// <param name="mode">When MFA is required.</param>
    /// <param name="missing">What happens to users without an MFA device.</param>
    /// <param name="hasDevice">Whether the user has an MFA device.</param>
    /// <param name="isTrusted">Whether the user trusts the context of the sign-in.</param>
    public static SignInStatus? StepOf(PortalMfaMode mode, MissingDevice missing, bool hasDevice, bool isTrusted) => (mode, missing) switch
    {
        (PortalMfaMode.Never, _) => SignInStatus.Complete,
        (PortalMfaMode.ContextAware, _) when isTrusted => SignInStatus.Complete,
        _ when hasDevice => SignInStatus.MfaRequired,
        (_, MissingDevice.RequireRegistration) => SignInStatus.MfaEnrolmentRequired,
        (_, MissingDevice.EmailOtp) => SignInStatus.EmailOtpRequired,
        (_, MissingDevice.Allow) => SignInStatus.Complete,
        _ => null,
    };
}
