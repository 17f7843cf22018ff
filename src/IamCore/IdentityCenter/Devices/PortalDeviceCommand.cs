using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Devices;

/// <summary>An operation on the MFA devices of a directory user (ST-156, ST-157).</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record PortalDeviceCommand<TResult> : IdentityCenterChange<TResult>
{
    private protected PortalDeviceCommand(string userId) => UserId = userId;

    /// <summary>The id of the user.</summary>
    public string UserId { get; init; }

    /// <inheritdoc />
    public override string Action => $"identitystore:{GetType().Name}";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal abstract ValueTask<TResult> ApplyAsync(AdministrationWork work, IdentityCenterInstance instance, DirectoryUser user);

    internal sealed override async ValueTask<TResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        return await ApplyAsync(work, instance, user).ConfigureAwait(false);
    }
}
