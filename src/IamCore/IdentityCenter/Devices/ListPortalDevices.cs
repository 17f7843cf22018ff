using IamCore.Administration;

namespace IamCore.IdentityCenter.Devices;

/// <summary>Lists the MFA devices of a user by name.</summary>
/// <param name="UserId">The id of the user.</param>
public sealed record ListPortalDevices(string UserId) : IdentityCenterQuery<ValueList<PortalDeviceDescription>>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListPortalDevices";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<ValueList<PortalDeviceDescription>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        return [.. (await PortalDeviceRules.AllAsync(work, user).ConfigureAwait(false)).Select(PortalDeviceDescription.Of)];
    }
}
