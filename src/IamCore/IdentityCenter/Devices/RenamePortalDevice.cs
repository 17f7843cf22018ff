using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Names a device.</summary>
/// <param name="UserId">The user.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="DeviceName">What the user calls it from now on.</param>
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
