using IamCore.Credentials.Mfa;
using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Assigns a virtual MFA device to a user who proves possession with two consecutive codes (CR-051).</summary>
/// <param name="UserName">The name of the user; <see langword="null"/> for root (CR-060).</param>
/// <param name="SerialNumber">The serial number of the device.</param>
/// <param name="AuthenticationCode1">The first code.</param>
/// <param name="AuthenticationCode2">The code that follows the first one.</param>
public sealed record EnableMFADevice(string? UserName, string SerialNumber, string AuthenticationCode1, string AuthenticationCode2)
    : UserCredentialCommand<NoResult>(UserName)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        MfaDeviceRules.Check(check, SerialNumber, AuthenticationCode1, AuthenticationCode2);
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var owner = await CredentialOwner.GetAsync(work, UserName, "CR-051").ConfigureAwait(false);
        var device = await MfaDeviceRules.GetAsync(work, SerialNumber, "CR-051").ConfigureAwait(false);
        if (device.Owner is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, "MFA Device is already in use.", "CR-051");
        }

        await work.CheckQuotaAsync(
            ObjectKind.MfaDevice, Relation.Credential, owner.Key, owner.IsRoot ? Quota.MfaDevicesPerRoot : Quota.MfaDevicesPerUser).ConfigureAwait(false);
        if (device.SealedSeed is null)
        {
            throw IamErrors.Invalid("A device that was in use needs a new seed before it can be enabled again.", "CR-053");
        }

        var state = MfaDeviceRules.Accept(work, device, AuthenticationCode1, AuthenticationCode2, TotpVerifier.EnablingDrift, "CR-051");
        work.Put(device with { Owner = owner.Key, EnableDate = work.Now, Totp = state });
        return default;
    }

    /// <summary>Returns a description without the codes (CR-107).</summary>
    public override string ToString() => $"{nameof(EnableMFADevice)} {SerialNumber}";
}
