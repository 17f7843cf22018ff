using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Takes a device from a user; a virtual one stays, without its seed, a security key is forgotten (CR-053).</summary>
/// <param name="UserName">The user; <see langword="null"/> for the caller or root (ID-243).</param>
/// <param name="SerialNumber">The device.</param>
public sealed record DeactivateMFADevice(string? UserName, string SerialNumber) : UserCredentialCommand<NoResult>(UserName)
{
    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var device = await MfaDeviceRules.GetOfAsync(work, UserName, SerialNumber, "CR-053").ConfigureAwait(false);
        if (device.Type == MfaDeviceType.Fido)
        {
            work.Delete(device); // it is registered anew, not enabled again
            return default;
        }

        work.Put(device with { Owner = null, EnableDate = null, SealedSeed = null, Totp = default, WrongCodes = 0 });
        return default;
    }
}
