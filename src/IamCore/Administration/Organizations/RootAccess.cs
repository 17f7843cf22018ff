using IamCore.Administration;

namespace IamCore;

/// <summary>What an organization lets its management account do about the root users of its members (ST-102).</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="EnabledFeatures"><c>RootCredentialsManagement</c>, <c>RootSessions</c>: those that are on, in ordinal order.</param>
public sealed record OrganizationFeatures(string OrganizationId, ValueList<string> EnabledFeatures)
{
    internal static OrganizationFeatures Of(Organization organization)
    {
        var enabled = new List<string>();
        if (organization.RootCredentialsManagement)
        {
            enabled.Add(nameof(Organization.RootCredentialsManagement));
        }

        if (organization.RootSessions)
        {
            enabled.Add(nameof(Organization.RootSessions));
        }

        return new(organization.Id, [.. enabled]);
    }
}

/// <summary>Switches a feature of root access management; for the management account and the delegated administrator (ST-102).</summary>
public abstract record SwitchOrganizationFeature : IamChange<OrganizationFeatures>
{
    private protected SwitchOrganizationFeature()
    {
    }

    internal sealed override void Validate(ParameterCheck check)
    {
    }

    internal sealed override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal sealed override async ValueTask<OrganizationFeatures> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetAdministeredAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        var changed = Switch(organization);
        if (changed != organization)
        {
            work.Put(changed);
        }

        return OrganizationFeatures.Of(changed);
    }

    private protected abstract Organization Switch(Organization organization);
}

/// <summary>Lets the management account delete the root credentials of member accounts (ST-102).</summary>
public sealed record EnableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = true };
}

/// <summary>No longer lets it (ST-102).</summary>
public sealed record DisableOrganizationsRootCredentialsManagement : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootCredentialsManagement = false };
}

/// <summary>Lets the management account act as the root user of member accounts for one task at a time, with <c>AssumeRoot</c> (ST-098, ST-102).</summary>
public sealed record EnableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = true };
}

/// <summary>No longer lets it (ST-102).</summary>
public sealed record DisableOrganizationsRootSessions : SwitchOrganizationFeature
{
    private protected override Organization Switch(Organization organization) => organization with { RootSessions = false };
}

/// <summary>Tells which features of root access management are on (ST-102).</summary>
public sealed record ListOrganizationsFeatures : IamQuery<OrganizationFeatures>
{
    internal override void Validate(ParameterCheck check)
    {
    }

    internal override ValueTask AuthorizeAsync(AdministrationWork work) => work.CheckAsync(new() { Action = Action, Resource = "*" });

    internal override async ValueTask<OrganizationFeatures> ApplyAsync(AdministrationWork work) =>
        OrganizationFeatures.Of(await OrganizationTree.GetAdministeredAsync(work).ConfigureAwait(false));
}

/// <summary>Makes a member account the one that manages identities for the organization beside its management account, in place of any before (ST-099). Gives the organization.</summary>
/// <param name="AccountId">The account.</param>
public sealed record RegisterDelegatedAdministrator(string AccountId) : OrganizationCommand<Organization>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        var account = await MemberRules.GetAsync(work, organization, AccountId).ConfigureAwait(false);
        if (account.AccountId == organization.ManagementAccount)
        {
            throw Errors.Refusals.Invalid("The management account needs no delegation.", "ST-099");
        }

        var delegated = organization with { DelegatedAdministrator = account.AccountId };
        work.Put(delegated);
        return delegated;
    }
}

/// <summary>Takes the delegation back (ST-099). Gives the organization.</summary>
/// <param name="AccountId">The account.</param>
public sealed record DeregisterDelegatedAdministrator(string AccountId) : OrganizationCommand<Organization>
{
    private protected override IEnumerable<string> Targets => [AccountId];

    internal override void Validate(ParameterCheck check) => MemberRules.CheckId(check, AccountId);

    internal override async ValueTask<Organization> ApplyAsync(AdministrationWork work)
    {
        var organization = await OrganizationTree.GetManagedAsync(work).ConfigureAwait(false);
        CheckRevision(organization);
        if (organization.DelegatedAdministrator?.ToString() != AccountId)
        {
            throw Errors.Refusals.Missing("delegated administrator", AccountId, "ST-099");
        }

        var alone = organization with { DelegatedAdministrator = null };
        work.Put(alone);
        return alone;
    }
}
