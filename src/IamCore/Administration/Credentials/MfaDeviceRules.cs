using System.Security.Cryptography;
using IamCore.Credentials.Mfa;
using IamCore.Model;

namespace IamCore.Administration.Credentials;

/// <summary>Rules shared by the operations on MFA devices.</summary>
internal static class MfaDeviceRules
{
    /// <summary>320 bits, in bytes (CR-045).</summary>
    private const int SeedLength = 40;

    public static void Check(ParameterCheck check, string serialNumber, string first, string second)
    {
        SessionInput.SerialNumber(check, serialNumber);
        check.Require(first is not null && OneTimePassword.IsCode(first), "AuthenticationCode1", "must be six digits", "CR-049");
        check.Require(second is not null && OneTimePassword.IsCode(second), "AuthenticationCode2", "must be six digits", "CR-049");
    }

    public static string NewId(AdministrationWork work) => "MFA" + work.Options.Random.Text(17, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");

    public static async ValueTask<MfaDevice> GetAsync(AdministrationWork work, string serialNumber, string rule) =>
        await work.FindAsync<MfaDevice>(MfaDevice.KeyOf(work.AccountId, serialNumber)).ConfigureAwait(false) ?? throw Missing(serialNumber, rule);

    /// <summary>Returns a device that is assigned to the user.</summary>
    public static async ValueTask<MfaDevice> GetOfAsync(AdministrationWork work, string? userName, string serialNumber, string rule)
    {
        var owner = await CredentialOwner.GetAsync(work, userName, rule).ConfigureAwait(false);
        var device = await GetAsync(work, serialNumber, rule).ConfigureAwait(false);
        return device.Owner == owner.Key ? device : throw Missing(serialNumber, rule);
    }

    /// <summary>Returns the public description of a device.</summary>
    public static async ValueTask<MfaDeviceDescription> DescribeAsync(AdministrationWork work, MfaDevice device)
    {
        var user = device.Owner is { Kind: ObjectKind.User } owner ? await work.FindUntrackedAsync<IamUser>(owner).ConfigureAwait(false) : null;
        return new(device.SerialNumber, device.Type, user?.Name, device.EnableDate);
    }

    /// <summary>Generates a new seed for a device and stores it.</summary>
    public static NewMfaDevice PutNewSeed(AdministrationWork work, MfaDevice device)
    {
        Span<byte> seed = stackalloc byte[SeedLength];
        work.Options.Random.Fill(seed);
        work.Put(device with { SealedSeed = work.Credentials.Vault.Seal(device.Key, work.AccountId, seed), Totp = default });
        var text = Base32.Encode(seed);
        CryptographicOperations.ZeroMemory(seed);
        return new(device.SerialNumber, text, ProvisioningUri.Create(work.Credentials.Options.MfaIssuer, device.Name, work.AccountId, text));
    }

    public static TotpState Accept(AdministrationWork work, MfaDevice device, string first, string second, int drift, string rule)
    {
        if (device.SealedSeed is null)
        {
            throw Missing(device.SerialNumber, rule);
        }

        var seed = work.Credentials.Vault.Open(device.Key, device.Account, device.SealedSeed);
        var isAccepted = TotpVerifier.TryAcceptPair(
            seed, device.Totp.HighestCounter, work.Options.TimeProvider.GetUtcNow(), first, second, drift, out var state);
        CryptographicOperations.ZeroMemory(seed);
        return isAccepted ? state : throw new IamException(IamErrorCode.InvalidAuthenticationCode, "Authentication code for device is not valid.", rule);
    }

    public static IamException InUse(string rule) => new(IamErrorCode.DeleteConflict, "MFA VirtualDevice in use. Must deactivate first.", rule);

    private static IamException Missing(string serialNumber, string rule) =>
        new(IamErrorCode.NoSuchEntity, $"MFA device with serial number {serialNumber} does not exist.", rule);
}
