using IamCore.Errors;
using IamCore.Model;
using IamCore.Stores;

namespace IamCore.Administration.Roles;

/// <summary>
/// Deletes a service-linked role if its service agrees (ID-129). The result is the id of the deletion task. When the call returns, the role
/// has been deleted or the task has failed; if the process ends in between, repeat the call. Concurrent calls get the id of the same task.
/// </summary>
/// <param name="RoleName">The name of the role, ignoring case.</param>
public sealed record DeleteServiceLinkedRole(string RoleName) : IamChange<string>
{
    internal override void Validate(ParameterCheck check) => NamedKind.Role.Check(check, RoleName);

    internal override async ValueTask AuthorizeAsync(AdministrationWork work) =>
        await work.CheckAsync(await NamedKind.Role.CheckOnAsync(work, Action, RoleName).ConfigureAwait(false)).ConfigureAwait(false);

    internal override async ValueTask<string> ApplyAsync(AdministrationWork work)
    {
        var role = await NamedKind.Role.GetAsync<IamRole>(work, RoleName, "ID-129").ConfigureAwait(false);
        CheckRevision(role);
        if (role.Owner != RoleOwner.Service)
        {
            throw IamErrors.Invalid($"The role {role.Name} is not service-linked.", "ID-129");
        }

        if (await ServiceLinkedRoles.FindOpenTaskAsync(work, role).ConfigureAwait(false) is { } open)
        {
            return open.Id;
        }

        var task = new RoleDeletionTask
        {
            Id = $"task{role.Path}{role.Name}/{work.Options.Random.Guid()}",
            Account = work.AccountId,
            RoleName = role.Name,
            RoleId = role.Id,
            Status = RoleDeletionStatus.InProgress,
            CreateDate = work.Now,
        };
        work.Put(task);
        return task.Id;
    }

    /// <summary>Asks the service after the commit, and settles the task.</summary>
    internal override async ValueTask AfterAsync(IamDirectory directory, AccountId account, string result, CancellationToken cancellationToken)
    {
        // Asked here rather than in ApplyAsync, so that a slow service does not hold up other writers.
        var service = ServiceLinkedRoles.ServiceOf(directory.Options, result.Split('/')[2]);
        var uses = service?.ServiceLinkedRole?.FindUsesAsync is { } find
            ? await find($"arn:{await PartitionAsync(directory, account, cancellationToken).ConfigureAwait(false)}:iam::{account}:role{result[4..result.LastIndexOf('/')]}", cancellationToken).ConfigureAwait(false)
            : ValueList<string>.Empty;
        await directory.ForAccount(account).ExecuteAsync(new SettleRoleDeletion(result, uses), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<string> PartitionAsync(IamDirectory directory, AccountId account, CancellationToken cancellationToken) =>
        (await directory.Store.FindAsync(ObjectLocator.ByKey(ObjectKind.Account, account.ToString()), cancellationToken).ConfigureAwait(false) as IamAccount)?.Partition ?? "aws";
}
