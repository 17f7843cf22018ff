using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Lists the directory groups by name.</summary>
public sealed record ListDirectoryGroups : IdentityCenterListQuery<DirectoryGroup>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListGroups";

    internal override async ValueTask<Page<DirectoryGroup>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<DirectoryGroup, DirectoryGroup>(this, ObjectKind.DirectoryGroup, null, scope: instance.Scope).ConfigureAwait(false);
    }
}
