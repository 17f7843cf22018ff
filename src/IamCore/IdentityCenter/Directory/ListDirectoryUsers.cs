using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Lists the directory users by name.</summary>
public sealed record ListDirectoryUsers : IdentityCenterListQuery<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:ListUsers";

    internal override async ValueTask<Page<DirectoryUser>> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        return await work.PageAsync<DirectoryUser, DirectoryUser>(this, ObjectKind.DirectoryUser, null, scope: instance.Scope).ConfigureAwait(false);
    }
}
