using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter.Assignments;

/// <summary>Records requests about assignments and their outcome (ST-142).</summary>
internal static class AssignmentRequests
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    public static async ValueTask<AssignmentRequest> SettledAsync(
        AdministrationWork work, IdentityCenterInstance instance, AssignmentRequestType type, PermissionSet set, AccountId? target, ObjectKey? principal, string? failure)
    {
        await RemoveExpiredAsync(work, instance).ConfigureAwait(false);
        var request = new AssignmentRequest
        {
            Id = work.Options.Random.Guid().ToString(),
            Account = instance.Account,
            InstanceId = instance.Id,
            Type = type,
            Status = failure is null ? AssignmentRequestStatus.Succeeded : AssignmentRequestStatus.Failed,
            FailureReason = failure,
            PermissionSetId = set.Id,
            TargetAccount = target,
            Principal = principal,
            CreateDate = work.Now,
        };
        work.Put(request);
        return request;
    }

    /// <summary>Removes a few requests that are past their retention.</summary>
    private static async ValueTask RemoveExpiredAsync(AdministrationWork work, IdentityCenterInstance instance)
    {
        var oldest = await work.ListAsync(new() { Kind = ObjectKind.AssignmentRequest, Scope = instance.Scope, Limit = 16 }).ConfigureAwait(false);
        foreach (var old in ((IEnumerable<DirectoryObject>)oldest.Items).Cast<AssignmentRequest>().Where(request => work.Now - request.CreateDate > Retention))
        {
            // Lists do not record revisions; reading the object again makes its revision a precondition of the deletion.
            if (await work.FindAsync<AssignmentRequest>(old.Key).ConfigureAwait(false) is { } found)
            {
                work.Delete(found);
            }
        }
    }
}
