using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Deletes an MFA device (ST-157).</summary>
/// <param name="UserId">The id of the user.</param>
/// <param name="DeviceId">The id of the device.</param>
public sealed record DeletePortalDevice(string UserId, string DeviceId) : PortalDeviceCommand<NoResult>(UserId)
{
    internal override void Validate(ParameterCheck check)
    {
        base.Validate(check);
        DirectoryRules.CheckId(check, DeviceId, nameof(DeviceId));
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user)
    {
        work.Delete(await PortalDeviceRules.GetAsync(work, user, DeviceId).ConfigureAwait(false));
        return default;
    }
}
