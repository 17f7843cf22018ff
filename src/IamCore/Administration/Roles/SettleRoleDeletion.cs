using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Finishes a deletion task: deletes the role if nothing uses it (ID-129).</summary>
internal sealed record SettleRoleDeletion(string TaskId, ValueList<string> Uses) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => default;

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var task = await work.FindAsync<RoleDeletionTask>(new ObjectKey(ObjectKind.RoleDeletionTask, TaskId)).ConfigureAwait(false);
        if (task is not { IsOpen: true })
        {
            return default; // Another call has settled it already.
        }

        if (Uses.Count > 0)
        {
            work.Put(task with { Status = RoleDeletionStatus.Failed, Reason = "The role is still in use.", Resources = Uses });
            return default;
        }

        if (await work.FindAsync<IamRole>(new ObjectKey(ObjectKind.Role, task.RoleId)).ConfigureAwait(false) is { } role)
        {
            work.Delete(role);
        }

        work.Put(task with { Status = RoleDeletionStatus.Succeeded });
        return default;
    }
}
