using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Renames an MFA device. The result is the device.</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="DeviceId">The id of the device.</param>
/// <param name="DeviceName">The new name.</param>
public sealed record RenamePortalDevice(string UserId, string DeviceId, string DeviceName) : PortalDeviceCommand<PortalDeviceDescription>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
        PortalDeviceRules.CheckName(check, DeviceName);
    }

    internal override async ValueTask<PortalDeviceDescription> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        var renamed = await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false) with { DeviceName = DeviceName };
        work.Put(renamed);
        return PortalDeviceDescription.Of(renamed);
    }
}
