using IamCore.Errors;
using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Organizations;

/// <summary>The tree of an organization, as seen from its management account (ID-022).</summary>
internal static class OrganizationTree
{
    /// <summary>Returns the organization that the account operated on belongs to; null for a standalone account.</summary>
    public static async ValueTask<Organization?> FindAsync(AdministrationWork work)
    {
        OrganizationNode? node = await AccountRules.GetAsync(work).ConfigureAwait(false);
        while (node?.ParentKey is { } parent)
        {
            node = await work.FindAsync<OrganizationNode>(parent).ConfigureAwait(false);
        }

        return node as Organization;
    }

    /// <summary>Returns the organization whose management account is the account operated on.</summary>
    /// <exception cref="IamException"><c>OrganizationNotFound</c>, <c>AccountNotManagementOrDelegatedAdministrator</c>.</exception>
    public static async ValueTask<Organization> GetManagedAsync(AdministrationWork work)
    {
        var organization = await GetAsync(work).ConfigureAwait(false);
        return organization.ManagementAccount == work.AccountId ? organization : throw NotManaging();
    }

    /// <summary>
    /// Returns the organization that the account operated on manages, or administers on behalf of the management account (ST-102).
    /// </summary>
    /// <exception cref="IamException"><c>OrganizationNotFound</c>, <c>AccountNotManagementOrDelegatedAdministrator</c>.</exception>
    public static async ValueTask<Organization> GetAdministeredAsync(AdministrationWork work)
    {
        var organization = await GetAsync(work).ConfigureAwait(false);
        return organization.ManagementAccount == work.AccountId || organization.DelegatedAdministrator == work.AccountId ? organization : throw NotManaging();
    }

    /// <summary>Returns the root, unit or account with an id, if it is part of the organization.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: the organization has no such node.</exception>
    public static async ValueTask<OrganizationNode> GetNodeAsync(AdministrationWork work, Organization organization, string id)
    {
        if (id == organization.RootId || id == organization.Id)
        {
            return organization;
        }

        var key = new ObjectKey(AccountId.IsValid(id) ? ObjectKind.Account : ObjectKind.OrganizationalUnit, id);
        var found = await work.FindAsync<OrganizationNode>(key).ConfigureAwait(false);
        var top = found;
        while (top?.ParentKey is { } parent)
        {
            top = await work.FindAsync<OrganizationNode>(parent).ConfigureAwait(false);
        }

        return found is not null && top?.Key == organization.Key ? found : throw IamErrors.Missing("organization target", id, "ID-022");
    }

    /// <summary>Returns the root or unit with an id.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>: the organization has no such root or unit.</exception>
    public static async ValueTask<OrganizationNode> GetParentAsync(AdministrationWork work, Organization organization, string id) =>
        AccountId.IsValid(id)
            ? throw IamErrors.Missing("organization parent", id, "ID-022")
            : await GetNodeAsync(work, organization, id).ConfigureAwait(false);

    /// <summary>Returns the account as a member under a parent, with the policies every node starts with.</summary>
    public static IamAccount Join(IamAccount account, ObjectKey parent) => account with
    {
        Parent = parent,
        ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
        ResourceControlPolicies = [PredefinedPolicies.RcpFullAwsAccess],
    };

    /// <summary>Returns the account as a standalone one.</summary>
    public static IamAccount Leave(IamAccount account) => account with
    {
        Parent = null,
        ServiceControlPolicies = ValueList<ObjectKey>.Empty,
        ResourceControlPolicies = ValueList<ObjectKey>.Empty,
    };

    /// <summary>Returns the ARN that the organizations service uses for a part of the organization.</summary>
    public static string ArnOf(AdministrationWork work, Organization organization, string resource) =>
        $"arn:{work.Partition}:organizations::{organization.ManagementAccount}:{resource}";

    public static string ArnOf(AdministrationWork work, Organization organization, OrganizationNode node) => ArnOf(work, organization, node switch
    {
        Organization root => $"root/{organization.Id}/{root.RootId}",
        OrganizationalUnit unit => $"ou/{organization.Id}/{unit.Id}",
        _ => $"account/{organization.Id}/{node.Id}",
    });

    public static string ArnOf(AdministrationWork work, Organization organization, ControlPolicy policy) =>
        ArnOf(work, organization, $"policy/{organization.Id}/{(policy.Type == PolicyType.ServiceControl ? "service_control_policy" : "resource_control_policy")}/{policy.Id}");

    private static async ValueTask<Organization> GetAsync(AdministrationWork work) => await FindAsync(work).ConfigureAwait(false)
        ?? throw new IamException(IamErrorCode.OrganizationNotFound, "The account is not a member of an organization.", "ID-022");

    private static IamException NotManaging() =>
        new(IamErrorCode.AccountNotManagementOrDelegatedAdministrator, "The account does not manage its organization.", "ID-022");
}
