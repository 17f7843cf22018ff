using System.Security.Cryptography;
using IamCore.Administration;
using IamCore.Credentials.Mfa;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Enables an authenticator app with two consecutive codes (CR-051). The result is the device.</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="DeviceId">The id of the device.</param>
/// <param name="Code1">The first code.</param>
/// <param name="Code2">The code that follows the first one.</param>
public sealed record EnablePortalDevice(string UserId, string DeviceId, string Code1, string Code2) : PortalDeviceCommand<PortalDeviceDescription>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
        check.Require(Code1 is not null && OneTimePassword.IsCode(Code1), nameof(Code1), "must be six digits", "CR-049");
        check.Require(Code2 is not null && OneTimePassword.IsCode(Code2), nameof(Code2), "must be six digits", "CR-049");
    }

    internal override async ValueTask<PortalDeviceDescription> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.AuthenticatorApps);
        var device = await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false);
        if (device is not { EnableDate: null, SealedSeed: { } sealedSeed })
        {
            throw IdentityCenterErrors.InUse("The device is already enabled.", "ST-156");
        }

        await PortalDeviceRules.CheckQuotaAsync(work, user, MfaDeviceType.Virtual).ConfigureAwait(false);
        var seed = work.Credentials.Vault.Open(device.Key, device.Account, sealedSeed);
        var isAccepted = TotpVerifier.TryAcceptPair(
            seed, 0, work.Options.TimeProvider.GetUtcNow(), Code1, Code2, TotpVerifier.EnablingDrift, out var state);
        CryptographicOperations.ZeroMemory(seed);
        if (!isAccepted)
        {
            throw IdentityCenterErrors.Invalid("The codes are not two consecutive codes of the device.", "CR-051");
        }

        var enabled = device with { EnableDate = work.Now, Totp = state };
        work.Put(enabled);
        return PortalDeviceDescription.Of(enabled);
    }

    /// <summary>Returns a description without the codes (CR-107).</summary>
    public override string ToString() => $"{nameof(EnablePortalDevice)} {DeviceId}";
}
