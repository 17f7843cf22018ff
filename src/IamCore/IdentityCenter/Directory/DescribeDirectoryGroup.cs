using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Directory;

/// <summary>Returns a directory group.</summary>
/// <param name="GroupId">The id of the group.</param>
public sealed record DescribeDirectoryGroup(string GroupId) : IdentityCenterQuery<DirectoryGroup>
{
    /// <inheritdoc />
    public override string Action => "identitystore:DescribeGroup";

    internal override void Validate(ParameterCheck check) => DirectoryRules.CheckId(check, GroupId, nameof(GroupId));

    internal override async ValueTask<DirectoryGroup> ApplyAsync(AdministrationWork work) =>
        await DirectoryRules.GetGroupAsync(work, await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false), GroupId).ConfigureAwait(false);
}
