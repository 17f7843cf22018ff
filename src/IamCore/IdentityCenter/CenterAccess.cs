using IamCore.Administration;
using IamCore.Administration.Organizations;
using IamCore.Model;

namespace IamCore.IdentityCenter;

/// <summary>Determines which instance an operation is about, and who may perform it (ST-138, ST-142).</summary>
internal static class CenterAccess
{
    /// <summary>Returns the instance that the account operated on owns or administers as a delegate.</summary>
    /// <exception cref="IamException">
    /// <c>ResourceNotFoundException</c> on the trusted façade; <c>AccessDeniedException</c> for callers, so that they learn nothing.
    /// </exception>
    public static async ValueTask<IdentityCenterInstance> GetAsync(AdministrationWork work, string? arn) =>
        await FindAsync(work, arn).ConfigureAwait(false)
        ?? throw (work.IsAuthorized
            ? IdentityCenterErrors.Denied("You do not have sufficient access to perform this action.", "ST-138") : IdentityCenterErrors.Missing("Identity Center instance", "ST-132"));

    /// <summary>Returns the instance that the account operated on owns or administers as a delegate; null if there is none.</summary>
    public static async ValueTask<IdentityCenterInstance?> FindAsync(AdministrationWork work, string? arn)
    {
        foreach (var instance in await ReachableAsync(work).ConfigureAwait(false))
        {
            if (arn is null || instance.Arn == arn)
            {
                return instance;
            }
        }

        return null;
    }

    /// <summary>Returns the account's own instance, followed by the one it administers as a delegate.</summary>
    public static async ValueTask<List<IdentityCenterInstance>> ReachableAsync(AdministrationWork work)
    {
        var found = new List<IdentityCenterInstance>();
        if (await work.FindAsync<IdentityCenterInstance>(IdentityCenterInstance.KeyOf(work.AccountId)).ConfigureAwait(false) is { } own)
        {
            found.Add(own);
        }

        var organization = await OrganizationTree.FindAsync(work).ConfigureAwait(false);
        if (organization?.DelegatedAdministrator == work.AccountId
            && await work.FindAsync<IdentityCenterInstance>(IdentityCenterInstance.KeyOf(organization.Id)).ConfigureAwait(false) is { } delegated && delegated.Account != work.AccountId)
        {
            found.Add(delegated);
        }

        return found;
    }

    /// <summary>
    /// Authorizes on the instance or its directory, and on the permission set and account that the operation names: all must be allowed.
    /// </summary>
    public static async ValueTask AuthorizeAsync(AdministrationWork work, ICenterOperation operation)
    {
        var instance = await GetAsync(work, operation.NamedInstance).ConfigureAwait(false);
        var isOfDirectory = operation.ActionName.StartsWith("identitystore:", StringComparison.Ordinal);
        await work.CheckAsync(new()
        {
            Action = operation.ActionName,
            Resource = isOfDirectory ? instance.IdentityStoreArn : instance.Arn,
            RequestTags = operation.PassedTags,
        }).ConfigureAwait(false);
        if (operation.NamedSet is { } arn)
        {
            var set = await PermissionSetRules.FindAsync(work, instance, arn).ConfigureAwait(false);
            await work.CheckAsync(new() { Action = operation.ActionName, Resource = arn, ResourceTags = set?.Tags, RequestTags = operation.PassedTags }).ConfigureAwait(false);
        }

        if (operation.NamedAccount is { } account)
        {
            await work.CheckAsync(new() { Action = operation.ActionName, Resource = $"arn:{instance.Partition}:sso:::account/{account}" }).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the account operated on administers the instance on behalf of its owner (ST-142).</summary>
    public static bool IsDelegate(AdministrationWork work, IdentityCenterInstance instance) => work.AccountId != instance.Account;

    /// <summary>Returns the organization of the instance; null if the instance serves its own account only.</summary>
    public static async ValueTask<Organization?> OrganizationAsync(AdministrationWork work, IdentityCenterInstance instance) => instance.OrganizationId is { } id
        ? await work.FindAsync<Organization>(new ObjectKey(ObjectKind.Organization, id)).ConfigureAwait(false) : null;

    /// <summary>Returns an account that the instance serves.</summary>
    /// <exception cref="IamException"><c>ResourceNotFoundException</c>: the instance does not serve the account.</exception>
    public static async ValueTask<IamAccount> TargetAsync(AdministrationWork work, IdentityCenterInstance instance, string id)
    {
        var account = AccountId.IsValid(id) ? await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, id)).ConfigureAwait(false) : null;
        OrganizationNode? top = account;
        while (top?.ParentKey is { } parent)
        {
            top = await work.FindAsync<OrganizationNode>(parent).ConfigureAwait(false);
        }

        var isServed = account is not null && (account.AccountId == instance.Account || (instance.OrganizationId is { } organization && top?.Id == organization));
        return isServed && account!.Partition == instance.Partition ? account : throw IdentityCenterErrors.Missing("target account", "ST-142");
    }

    /// <summary>
    /// Prevents a delegated administrator from extending its own powers: only the owner can change what affects the owner's account
    /// (ST-142).
    /// </summary>
    public static async ValueTask CheckNotOwnersAsync(AdministrationWork work, IdentityCenterInstance instance, IEnumerable<ObjectKey> principals)
    {
        if (!IsDelegate(work, instance))
        {
            return;
        }

        foreach (var principal in principals)
        {
            var assignments = await work.ReferrersAsync<AccountAssignment>(
                ObjectKind.AccountAssignment, Relation.AssignedPrincipal, principal, instance.Scope).ConfigureAwait(false);
            if (assignments.Exists(assignment => assignment.TargetAccount == instance.Account))
            {
                throw OwnersAlone();
            }
        }
    }

    /// <summary>
    /// Prevents a delegated administrator from changing a permission set that is provisioned in the owner's account (ST-142).
    /// </summary>
    public static async ValueTask CheckNotOwnersAsync(AdministrationWork work, IdentityCenterInstance instance, PermissionSet set)
    {
        if (IsDelegate(work, instance)
            && await work.FindAsync<ProvisionedPermissionSet>(ProvisionedPermissionSet.KeyOf(set.Id, instance.Account)).ConfigureAwait(false) is not null)
        {
            throw OwnersAlone();
        }
    }

    /// <summary>
    /// Prevents a delegated administrator from changing the settings of the instance, which decide who can sign in as whom (ST-142).
    /// </summary>
    public static void CheckNotOwners(AdministrationWork work, IdentityCenterInstance instance)
    {
        if (IsDelegate(work, instance))
        {
            throw OwnersAlone();
        }
    }

    public static IamException OwnersAlone() => IdentityCenterErrors.Denied("Only the management account can change what affects it.", "ST-142");

    /// <summary>Returns the user and the groups it belongs to: everything through which it is assigned.</summary>
    public static IEnumerable<ObjectKey> PrincipalsOf(DirectoryUser user) =>
        [user.Key, .. ((IEnumerable<string>)user.Groups).Select(group => new ObjectKey(ObjectKind.DirectoryGroup, group))];
}
