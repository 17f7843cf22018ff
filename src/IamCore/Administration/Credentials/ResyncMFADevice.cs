using IamCore.Credentials.Mfa;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>
/// Resynchronizes a device whose clock has drifted, using two consecutive codes from up to one hour before or after the present (CR-052).
/// </summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root (CR-060).</param>
/// <param name="SerialNumber">The serial number of the device.</param>
/// <param name="AuthenticationCode1">The first code.</param>
/// <param name="AuthenticationCode2">The code that follows the first one.</param>
public sealed record ResyncMFADevice(string? UserName, string SerialNumber, string AuthenticationCode1, string AuthenticationCode2)
    : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        MfaDeviceRules.Check(check, SerialNumber, AuthenticationCode1, AuthenticationCode2);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-052").ConfigureAwait(false);
        if (device.Type == MfaDeviceType.Fido)
        {
            throw IamErrors.Invalid("Security keys cannot be resynchronized.", "CR-052");
        }

        var state = MfaDeviceRules.Accept(work, device, AuthenticationCode1, AuthenticationCode2, TotpVerifier.LargestDrift, "CR-052");
        work.Put(device with { Totp = state, WrongCodes = 0 });
        return default;
    }

    /// <summary>Returns a description without the codes (CR-107).</summary>
    public override string ToString() => $"{nameof(ResyncMFADevice)} {SerialNumber}";
}
