using IamCore.Errors;
using IamCore.Model;

namespace IamCore.Administration.Organizations;

/// <summary>Moves an account to another root or unit of the organization. The result is the account.</summary>
/// <param name="AccountId">The number of the account.</param>
/// <param name="SourceParentId">The id of the root or unit that currently contains it.</param>
/// <param name="DestinationParentId">The id of the root or unit to move it to.</param>
public sealed record MoveAccount(string AccountId, string SourceParentId, string DestinationParentId) : OrganizationCommand<IamAccount>
{
    private protected override IEnumerable<string> Targets => [AccountId, SourceParentId, DestinationParentId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await MemberRules.GetAsync(work, organization, AccountId).ConfigureAwait(false);
        CheckRevision(account);
        var source = await OrganizationTree.GetParentAsync(work, organization, SourceParentId).ConfigureAwait(false);
        var destination = await OrganizationTree.GetParentAsync(work, organization, DestinationParentId).ConfigureAwait(false);
        if (account.Parent != source.Key)
        {
            throw IamErrors.Missing("account under that parent", AccountId, "ID-022");
        }

        if (source.Key == destination.Key)
        {
            return account;
        }

        var moved = account with { Parent = destination.Key };
        work.Put(moved);
        return moved;
    }
}
