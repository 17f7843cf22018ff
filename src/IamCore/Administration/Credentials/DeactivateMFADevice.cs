using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Removes an MFA device from a user. A virtual device is kept without its seed; a security key is deleted (CR-053).</summary>
/// <param name="UserName">The user name; <see langword="null"/> for the calling user, or for root on the trusted façade (ID-243).</param>
/// <param name="SerialNumber">The serial number of the device.</param>
public sealed record DeactivateMFADevice(string? UserName, string SerialNumber) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-053").ConfigureAwait(false);
        if (device.Type == MfaDeviceType.Fido)
        {
            work.Delete(device); // A security key is registered again, never re-enabled.
            return default;
        }

        work.Put(device with { Owner = null, EnableDate = null, SealedSeed = null, Totp = default, WrongCodes = 0 });
        return default;
    }
}
