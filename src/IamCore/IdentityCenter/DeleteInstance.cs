using IamCore.Administration;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Deletes an instance that has no users, groups or permission sets left. Only its owner may do this.</summary>
public sealed record DeleteInstance : IdentityCenterChange<NoResult>
{
    /// <inheritdoc />
    public override string Action => "sso:DeleteInstance";

    internal override void Validate(ParameterCheck check)
    {
    }

    internal override async ValueTask<NoResult> ApplyAsync(AdministrationWork work)
    {
        var instance = await CenterAccess.GetAsync(work, InstanceArn).ConfigureAwait(false);
        CheckRevision(instance);
        CenterAccess.CheckNotOwners(work, instance);
        foreach (var kind in (ObjectKind[])[ObjectKind.DirectoryUser, ObjectKind.DirectoryGroup, ObjectKind.PermissionSet])
        {
            if (await work.CountReferrersAsync(kind, Relation.CenterInstance, instance.Key, instance.Scope).ConfigureAwait(false) > 0)
            {
                throw IdentityCenterErrors.InUse("The instance has users, groups or permission sets.", "ST-138");
            }
        }

        foreach (var account in await work.AllAsync<IamAccount>(ObjectKind.Account).ConfigureAwait(false))
        {
            if (await work.FindAsync<SamlProvider>(SamlProvider.InstanceKey(account.AccountId, instance.Id)).ConfigureAwait(false) is { } provider)
            {
                work.Delete(provider);
            }
        }

        foreach (var request in await work.AllAsync<AssignmentRequest>(ObjectKind.AssignmentRequest, scope: instance.Scope).ConfigureAwait(false))
        {
            // Lists do not record revisions; reading the object again makes its revision a precondition of the deletion.
            work.Delete(await work.FindAsync<AssignmentRequest>(request.Key).ConfigureAwait(false) ?? request);
        }

        work.Delete(instance);
        return default;
    }
}
