using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>
/// Deletes a customer managed policy that is not in use and has only its default version; otherwise fails with <c>DeleteConflict</c>
/// (ID-146).
/// </summary>
/// <param name="PolicyArn">The ARN of the policy.</param>
public sealed record DeletePolicy(string PolicyArn) : IamChange<NoResult>
{
    internal override void Validate(ParameterCheck check) => check.PolicyArn(PolicyArn, nameof(PolicyArn), "ID-148");

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => PolicyTargets.AuthorizeAsync(work, Action, PolicyArn);

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var policy = await PolicyTargets.GetCustomerAsync(work, PolicyArn, "ID-146").ConfigureAwait(false);
        CheckRevision(policy);
        var conflicts = new DeleteConflicts("ID-146");
        foreach (var relation in (Relation[])[Relation.AttachedPolicy, Relation.PermissionsBoundary])
        {
            var remedy = relation == Relation.AttachedPolicy ? "detach the policy from all entities" : "remove the policy from all permissions boundaries";
            foreach (var kind in (ObjectKind[])[ObjectKind.User, ObjectKind.Group, ObjectKind.Role])
            {
                var users = await work.ReferrersAsync<IamIdentity>(kind, relation, policy.Key).ConfigureAwait(false);
                conflicts.AddRange(remedy, users.Select(u => u.Arn));
            }
        }

        conflicts.AddRange("delete all policy versions but the default", ((IEnumerable<PolicyVersion>)policy.Versions).Where(v => v.VersionId != policy.DefaultVersionId).Select(v => v.VersionId));
        conflicts.Throw();
        work.Delete(policy);
        return default;
    }
}
