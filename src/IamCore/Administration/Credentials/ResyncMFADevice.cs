using IamCore.Credentials.Mfa;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Finds out how far a device's clock has gone off, by two consecutive codes of the last or next hour (CR-052).</summary>
/// <param name="UserName">The user; <see langword="null"/> for root (CR-060).</param>
/// <param name="SerialNumber">The device.</param>
/// <param name="AuthenticationCode1">A code.</param>
/// <param name="AuthenticationCode2">The one after it.</param>
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
            throw Refusals.Invalid("Security keys do not go out of step.", "CR-052");
        }

        var state = MfaDeviceRules.Accept(work, device, AuthenticationCode1, AuthenticationCode2, TotpVerifier.LargestDrift, "CR-052");
        work.Put(device with { Totp = state, WrongCodes = 0 });
        return default;
    }

    /// <summary>The device (CR-107).</summary>
    public override string ToString() => $"{nameof(ResyncMFADevice)} {SerialNumber}";
}
