using IamCore.Model;

namespace IamCore.Administration.Groups;

/// <summary>
/// Deletes a group that has no members and no policies; otherwise fails with <c>DeleteConflict</c> and lists what is left in the details
/// (ID-101).
/// </summary>
/// <param name="GroupName">The name, ignoring case.</param>
public sealed record DeleteGroup(string GroupName) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Group.Check(check, GroupName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Group.CheckOnAsync(work, Action, GroupName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var group = await NamedKind.Group.GetAsync<IamGroup>(work, GroupName, "ID-101").ConfigureAwait(false);
        CheckRevision(group);
        var members = await work.ReferrersAsync<IamUser>(ObjectKind.User, Relation.Member, group.Key).ConfigureAwait(false);
        var conflicts = new DeleteConflicts("ID-101");
        conflicts.AddRange("remove users from group", members.Select(m => m.Name));
        conflicts.AddRange("delete policies", ((IEnumerable<InlinePolicy>)group.InlinePolicies).Select(p => p.Name));
        conflicts.AddRange("detach all policies", ((IEnumerable<ObjectKey>)group.AttachedPolicies).Select(p => p.Id));
        conflicts.Throw();
        work.Delete(group);
        return default;
    }
}
