using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Deletes a directory user together with its memberships, assignments, password and devices (ST-134).</summary>
/// <param name="UserId">The id of the user.</param>
public sealed record DeleteDirectoryUser(string UserId) : IdentityCenterChange<NoResult>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DeleteUser";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        var user = await DirectoryRules.GetUserAsync(work, instance, UserId).ConfigureAwait(false);
        CheckRevision(user);
        await CenterAccess.CheckNotOwnersAsync(work, instance, CenterAccess.PrincipalsOf(user)).ConfigureAwait(false);
        await Provisioning.UnassignAllAsync(work, instance, user.Key).ConfigureAwait(false);
        foreach (var device in await work.ReferrersAsync<PortalDevice>(ObjectKind.PortalDevice, Relation.Credential, user.Key, instance.Scope).ConfigureAwait(false))
        {
            work.Delete(device);
        }

        work.Delete(await DirectoryRules.LoginOfAsync(work, user).ConfigureAwait(false));
        work.Delete(user);
        return default;
    }
}
