using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>
/// An operation on the organization whose management account is the account operated on. On any other account it fails with
/// <c>OrganizationNotFound</c> or <c>AccountNotManagementOrDelegatedAdministrator</c>.
/// </summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract record OrganizationCommand<TResult> : IamChange<TResult>
{
    private protected OrganizationCommand()
    {
    }

    /// <inheritdoc />
    public override string Action => $"organizations:{GetType().Name}";

    /// <summary>The ids of the nodes and policies the operation is about. The caller must be authorized for each of them.</summary>
    private protected virtual IEnumerable<string> Targets => [];

    internal override async ValueTask AuthorizeAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.FindAsync(work).ConfigureAwait(false);
        var ids = Targets.ToList();
        foreach (var id in ids)
        {
            await work.CheckAsync(new() { Action = Action, Resource = await ArnAsync(work, organization, id).ConfigureAwait(false) }).ConfigureAwait(false);
        }

        if (ids.Count == 0)
        {
            await work.CheckAsync(new() { Action = Action, Resource = "*" }).ConfigureAwait(false);
        }
    }

    private static async ValueTask<string> ArnAsync(AdministrationWork work, Organization? organization, string id)
    {
        if (organization is null)
        {
            return "*";
        }

        if (await work.FindAsync<ControlPolicy>(new ObjectKey(ObjectKind.ControlPolicy, id)).ConfigureAwait(false) is { } policy)
        {
            return OrganizationTree.ArnOf(work, organization, policy);
        }

        return OrganizationTree.ArnOf(work, organization, id switch
        {
            ['r', '-', ..] => $"root/{organization.Id}/{id}",
            ['o', 'u', '-', ..] => $"ou/{organization.Id}/{id}",
            ['o', '-', ..] => $"organization/{id}",
            ['p', '-', ..] => $"policy/{organization.Id}/service_control_policy/{id}",
            _ => $"account/{organization.Id}/{id}",
        });
    }
}
