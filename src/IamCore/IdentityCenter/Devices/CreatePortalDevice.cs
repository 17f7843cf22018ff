using System.Security.Cryptography;
using IamCore.Administration;
using IamCore.Credentials.Mfa;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>
/// Creates an authenticator app for a user, to be enabled with two codes (ST-156). The result holds its seed, which is shown only once.
/// </summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="DeviceName">The name the user gives the device.</param>
public sealed record CreatePortalDevice(string UserId, string DeviceName) : PortalDeviceCommand<NewPortalDevice>(UserId)
{
    private const int SeedLength = 40;

    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        PortalDeviceRules.CheckName(check, DeviceName);
    }

    internal override async ValueTask<NewPortalDevice> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        PortalDeviceRules.CheckType(instance, PortalMfaTypes.AuthenticatorApps);
        foreach (var begun in (await PortalDeviceRules.AllAsync(work, user).ConfigureAwait(false)).Where(device => device.EnableDate is null))
        {
            work.Delete(begun); // A device that was never enabled is not visible to the user, so a new attempt replaces it.
        }

        await PortalDeviceRules.CheckQuotaAsync(work, user, MfaDeviceType.Virtual).ConfigureAwait(false);
        var id = DirectoryRules.NewId(work);
        var key = new ObjectKey(ObjectKind.PortalDevice, id);
        var seed = RandomNumberGenerator.GetBytes(SeedLength);
        work.Options.Random.Fill(seed);
        var base32 = Base32.Encode(seed);
        work.Put(new PortalDevice
        {
            Id = id,
            Account = instance.Account,
            InstanceId = instance.Id,
            UserId = user.Id,
            Type = MfaDeviceType.Virtual,
            DeviceName = DeviceName,
            CreateDate = work.Now,
            SealedSeed = work.Credentials.Vault.Seal(key, instance.Account, seed),
        });
        CryptographicOperations.ZeroMemory(seed);
        return new(id, base32, ProvisioningUri.Create(work.Credentials.Options.MfaIssuer, user.UserName, instance.Account, base32));
    }
}
