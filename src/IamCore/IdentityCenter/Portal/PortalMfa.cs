using IamCore.Credentials;
using IamCore.Model;

namespace IamCore.IdentityCenter.Portal;

/// <summary>What follows the password in the access portal (ST-154, ST-155).</summary>
internal static class PortalMfa
{
    /// <returns>The next state; null where the sign-in is refused.</returns>
    /// <param name="mode">When a second factor is asked for.</param>
    /// <param name="missing">What becomes of users without a device.</param>
    /// <param name="hasDevice">Whether the user has one.</param>
    /// <param name="isTrusted">Whether the user trusts where the sign-in comes from.</param>
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
