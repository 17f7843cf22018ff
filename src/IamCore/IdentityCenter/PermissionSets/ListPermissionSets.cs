using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.PermissionSets;

/// <summary>Lists the permission sets by name.</summary>
public sealed record ListPermissionSets : IdentityCenterListQuery<PermissionSet>
{
    /// <inheritdoc />
    public override string Action => "sso:ListPermissionSets";

    internal override async ValueTask<Page<PermissionSet>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<PermissionSet, PermissionSet>(this, ObjectKind.PermissionSet, null, scope: instance.Scope).ConfigureAwait(false);
    }
}
