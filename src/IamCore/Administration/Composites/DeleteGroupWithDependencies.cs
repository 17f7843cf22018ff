using IamCore.Administration.Groups;
using IamCore.Administration.Policies;
using IamCore.Model;

namespace IamCore.Administration.Composites;

/// <summary>Deletes a group together with its memberships and inline policies (ID-101). Its users and managed policies are kept.</summary>
/// <param name="GroupName">The name of the group, ignoring case.</param>
public sealed record DeleteGroupWithDependencies(string GroupName) : IamComposite<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Group.Check(check, GroupName);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var delete = new DeleteGroup(GroupName);
        await work.AuthorizeAsync(delete).ConfigureAwait(false);
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-101").ConfigureAwait(false);
        CheckRevision(group);
        foreach (var member in await work.ReferrersAsync<IamUser>(ObjectKind.User, Relation.Member, group.Key).ConfigureAwait(false))
        {
            await work.RunAsync(new RemoveUserFromGroup(GroupName, member.Name)).ConfigureAwait(false);
        }

        await IdentityParts.StripAsync(work, group, name => new DeleteGroupPolicy(GroupName, name), arn => new DetachGroupPolicy(GroupName, arn)).ConfigureAwait(false);
        return await work.RunAsync(delete).ConfigureAwait(false);
    }
}
