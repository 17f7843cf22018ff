using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Roles;

/// <summary>Returns the state of the deletion of a service-linked role (ID-129).</summary>
/// <param name="DeletionTaskId">The id returned by <see cref="DeleteServiceLinkedRole"/>.</param>
public sealed record GetServiceLinkedRoleDeletionStatus(string DeletionTaskId) : IamQuery<RoleDeletionTask>
{
    internal override void Validate(ParameterCheck check)
    {
        if (check.Require(DeletionTaskId is not null, nameof(DeletionTaskId), "is required", "ID-129"))
        {
            check.Length(DeletionTaskId!, nameof(DeletionTaskId), 1, 1000, "ID-129");
            check.Require(
                DeletionTaskId!.Split('/') is ["task", "aws-service-role", _, _, _], nameof(DeletionTaskId), "must be task/aws-service-role/{service}/{role}/{id}", "ID-129");
        }
    }

    /// <summary>Authorizes on the role that the id itself names.</summary>
    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        work.CheckAsync(new() { Action = Action, Resource = work.ArnOf($"role{DeletionTaskId[4..DeletionTaskId.LastIndexOf('/')]}") });

    internal override async ValueTask<RoleDeletionTask> ApplyAsync(AdministrationWork work)
    {
        var task = await work.FindAsync<RoleDeletionTask>(new ObjectKey(ObjectKind.RoleDeletionTask, DeletionTaskId)).ConfigureAwait(false);
        return task?.Account == work.AccountId ? task : throw IamErrors.Missing("deletion task", DeletionTaskId, "ID-129");
    }
}
