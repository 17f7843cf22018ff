using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Rules shared by the operations on portal devices (ST-156).</summary>
internal static class PortalDeviceRules
{
    private const int MaxDevices = 8;

    private const int MaxApps = 2;

    public static void CheckName(ParameterCheck check, string? name)
    {
        if (check.Require(name is not null, "DeviceName", "is required", "ST-157"))
        {
            check.Length(name!, "DeviceName", 1, 64, "ST-157");
            check.Require(!name!.Any(char.IsControl), "DeviceName", "must have no control characters", "ST-157");
        }
    }

    public static void CheckType(IdentityCenterInstance instance, PortalMfaTypes type)
    {
        if ((instance.MfaTypes & type) == 0)
        {
            throw IdentityCenterErrors.Denied("The instance does not accept devices of this type.", "ST-156");
        }
    }

    public static ValueTask<List<PortalDevice>> AllAsync(AdministrationWork work, DirectoryUser user) =>
        work.ReferrersAsync<PortalDevice>(ObjectKind.PortalDevice, Relation.Credential, user.Key, user.Scope);

    public static async ValueTask<PortalDevice> GetAsync(AdministrationWork work, DirectoryUser user, string id) =>
        await work.FindAsync<PortalDevice>(new ObjectKey(ObjectKind.PortalDevice, id)).ConfigureAwait(false) is { } device && device.UserId == user.Id
            ? device : throw IdentityCenterErrors.Missing("device", "ST-157");

    /// <summary>
    /// Throws if one more device would exceed what a user may have, of its type or in total. Devices not yet enabled do not count.
    /// </summary>
    public static async ValueTask CheckQuotaAsync(AdministrationWork work, DirectoryUser user, MfaDeviceType type)
    {
        var enabled = (await AllAsync(work, user).ConfigureAwait(false)).Where(device => device.EnableDate is not null).ToList();
        if (enabled.Count >= MaxDevices || (type == MfaDeviceType.Virtual && enabled.Count(device => device.Type == MfaDeviceType.Virtual) >= MaxApps))
        {
            throw new IamException(IamErrorCode.ServiceQuotaExceededException, "The user already has the maximum number of devices.", "ST-156");
        }
    }
}
