using IamCore.Errors;
using IamCore.Model;
using IamCore.Predefined;

namespace IamCore.Administration.Organizations;

/// <summary>The tree of an organization, seen from its management account (ID-022).</summary>
internal static class OrganizationTree
{
    /// <summary>The organization that the account operated on is in; null for a standalone one.</summary>
    public static async ValueTask<Organization?> FindAsync(AdministrationWork work)
    {
        OrganizationNode? node = await AccountRules.GetAsync(work).ConfigureAwait(false);
        while (node?.ParentKey is { } parent)
        {
            node = await work.FindAsync<OrganizationNode>(parent).ConfigureAwait(false);
        }

        return node as Organization;
    }

    /// <summary>The organization that the account operated on manages.</summary>
    /// <exception cref="IamException"><c>OrganizationNotFound</c>, <c>AccountNotManagementOrDelegatedAdministrator</c>.</exception>
    public static async ValueTask<Organization> GetManagedAsync(AdministrationWork work)
    {
        var organization = await GetAsync(work).ConfigureAwait(false);
        return organization.ManagementAccount == work.AccountId ? organization : throw NotManaging();
    }

    /// <summary>The organization that the account operated on manages, or administers for the management account (ST-102).</summary>
    /// <exception cref="IamException"><c>OrganizationNotFound</c>, <c>AccountNotManagementOrDelegatedAdministrator</c>.</exception>
    public static async ValueTask<Organization> GetAdministeredAsync(AdministrationWork work)
    {
        var organization = await GetAsync(work).ConfigureAwait(false);
        return organization.ManagementAccount == work.AccountId || organization.DelegatedAdministrator == work.AccountId ? organization : throw NotManaging();
    }

    /// <summary>The root, unit or account of an id, if it is part of the organization.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>.</exception>
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

        return found is not null && top?.Key == organization.Key ? found : throw Refusals.Missing("organization target", id, "ID-022");
    }

    /// <summary>The root or unit of an id.</summary>
    /// <exception cref="IamException"><c>NoSuchEntity</c>.</exception>
    public static async ValueTask<OrganizationNode> GetParentAsync(AdministrationWork work, Organization organization, string id) =>
        AccountId.IsValid(id)
            ? throw Refusals.Missing("organization parent", id, "ID-022")
            : await GetNodeAsync(work, organization, id).ConfigureAwait(false);

    /// <summary>The account under a parent, with the policies that every place begins with.</summary>
    public static IamAccount Join(IamAccount account, ObjectKey parent) => account with
    {
        Parent = parent,
        ServiceControlPolicies = [PredefinedPolicies.FullAwsAccess],
        ResourceControlPolicies = [PredefinedPolicies.RcpFullAwsAccess],
    };

    /// <summary>The account as a standalone one.</summary>
    public static IamAccount Leave(IamAccount account) => account with
    {
        Parent = null,
        ServiceControlPolicies = ValueList<ObjectKey>.Empty,
        ResourceControlPolicies = ValueList<ObjectKey>.Empty,
    };

    /// <summary>The ARN of the organization's part (organizations service).</summary>
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
