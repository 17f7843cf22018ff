using IamCore.Administration;
using IamCore.Errors;

namespace IamCore;

/// <summary>
/// Takes a standalone account into the organization, under its root: for the trusted façade, since nobody asks the account. Gives the account.
/// </summary>
/// <param name="AccountId">The account.</param>
public sealed record AddAccountToOrganization(string AccountId) : OrganizationCommand<IamAccount>
{
    /// <inheritdoc />
    public override string Action => "iamcore:AddAccountToOrganization";

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override ValueTask AuthorizeAsync(AdministrationWork work) =>
        throw new IamException(IamErrorCode.AccessDenied, "Only the host can take an account into an organization.", "ID-022");

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await work.FindAsync<IamAccount>(new ObjectKey(ObjectKind.Account, AccountId)).ConfigureAwait(false)
            ?? throw Refusals.Missing("account", AccountId, "ID-022");
        CheckRevision(account);
        if (account.Parent is not null)
        {
            throw new IamException(IamErrorCode.EntityAlreadyExists, $"The account {AccountId} is already a member of an organization.", "ID-022");
        }

        var member = OrganizationTree.Join(account, organization.Key);
        work.Put(member);
        return member;
    }
}

/// <summary>Lets an account go from the organization; the management account cannot. Gives the account.</summary>
/// <param name="AccountId">The account.</param>
public sealed record RemoveAccountFromOrganization(string AccountId) : OrganizationCommand<IamAccount>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<IamAccount> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        var account = await MemberRules.GetAsync(work, organization, AccountId).ConfigureAwait(false);
        CheckRevision(account);
        if (account.AccountId == organization.ManagementAccount)
        {
            throw Refusals.Invalid("The management account cannot leave its organization.", "ID-022");
        }

        if (organization.DelegatedAdministrator == account.AccountId)
        {
            work.Put(organization with { DelegatedAdministrator = null }); // who comes back begins anew
        }

        var alone = OrganizationTree.Leave(account);
        work.Put(alone);
        return alone;
    }
}

/// <summary>Moves an account to another root or unit of the organization. Gives the account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SourceParentId">Where it is.</param>
/// <param name="DestinationParentId">Where it goes.</param>
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
            throw Refusals.Missing("account under that parent", AccountId, "ID-022");
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

/// <summary>What operations on member accounts have in common.</summary>
internal static class MemberRules
{
    public static void CheckId(ParameterCheck check, string? id) =>
        check.Require(id is not null && AccountId.IsValid(id), "AccountId", "must be 12 digits", "ID-015");

    public static async ValueTask<IamAccount> GetAsync(AdministrationWork work, Organization organization, string id) =>
        (IamAccount)await OrganizationTree.GetNodeAsync(work, organization, id).ConfigureAwait(false);
}
