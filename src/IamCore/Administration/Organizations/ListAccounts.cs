using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Lists the accounts of the organization by name (ID-022).</summary>
public sealed record ListAccounts : IamListQuery<IamAccount>
{
    /// <summary>
    /// The id of the root or unit directly above the accounts; <see langword="null"/> for all accounts of the organization.
    /// </summary>
    public string? ParentId { get; init; }

    /// <inheritdoc />
    public override string Action => ParentId is null ? "organizations:ListAccounts" : "organizations:ListAccountsForParent";

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<Page<IamAccount>> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var nodes = await OrganizationWalk.BelowAsync(work, organization, ParentId).ConfigureAwait(false);
        return work.PageOf(this, $"{organization.Id}\n{ParentId}", nodes.OfType<IamAccount>(), a => a.Name, a => a.Id);
    }
}
