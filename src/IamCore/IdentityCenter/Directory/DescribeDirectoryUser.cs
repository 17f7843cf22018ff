using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Returns a directory user.</summary>
/// <param name="UserId">The id of the user.</param>
public sealed record DescribeDirectoryUser(string UserId) : IdentityCenterQuery<DirectoryUser>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DescribeUser";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, UserId, nameof(UserId));

    internal override async ValueTask<DirectoryUser> ApplyAsync(AdministrationWork work) =>
        await DirectoryRules.GetUserAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), UserId).ConfigureAwait(false);
}
